/*
  Dates are typed or picked.

  <input type="text" data-date>   stored as 2021-03-01

  20210301, 2021.3.1, 2021/3/1 and 2021年3月1日 become 2021-03-01 on leaving the field. A button opens the browser's own calendar.
*/
export function enhance(root) {
  root.querySelectorAll('input[data-date]').forEach(input => {
    if (input.dataset.ready) {
      return;
    }
    input.dataset.ready = 'true';
    // before the form hears of the change, so that it saves the date as it is stored
    input.addEventListener('change', () => { input.value = normal(input.value); });
    if ('showPicker' in HTMLInputElement.prototype && !input.readOnly && !input.disabled) {
      addPicker(input);
    }
  });
}

function normal(text) {
  const parts = text.trim().match(/^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/);
  return parts ? `${parts[1]}-${parts[2].padStart(2, '0')}-${parts[3].padStart(2, '0')}` : text.trim();
}

function addPicker(input) {
  const box = document.createElement('div');
  box.className = 'date';
  const picker = document.createElement('input');
  Object.assign(picker, { type: 'date', tabIndex: -1 });
  picker.setAttribute('aria-hidden', 'true');
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'date-btn' });
  button.setAttribute('aria-label', `打开日历：${input.labels?.[0]?.textContent.trim() ?? '日期'}`);
  button.innerHTML = '<svg class="ico" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><rect x="4" y="5" width="16" height="16" rx="1"/><path d="M4 10h16M8 3v4M16 3v4"/></svg>';
  button.addEventListener('click', () => {
    picker.value = normal(input.value);
    picker.showPicker();
  });
  picker.addEventListener('change', event => {
    event.stopPropagation();
    input.value = picker.value;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    input.focus();
  });
  input.before(box);
  box.append(input, picker, button);
}

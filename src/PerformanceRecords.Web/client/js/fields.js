/*
  Small helps beside a field.

  <button type="button" data-adopt="uscc" data-value="91…">采用</button>   puts the suggested value into the field with that id
  <textarea maxlength="500" data-count="sz-n">                            writes how many characters are used into #sz-n
*/
export function enhance(root) {
  root.querySelectorAll('[data-adopt]').forEach(button => button.addEventListener('click', () => {
    const field = document.getElementById(button.dataset.adopt);
    field.value = button.dataset.value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.focus();
    button.closest('.err')?.remove();
    field.removeAttribute('aria-invalid');
    field.closest('.is-err')?.classList.remove('is-err');
  }));
  root.querySelectorAll('[data-count]').forEach(field => {
    const place = document.getElementById(field.dataset.count);
    const write = () => { place.textContent = `最多 ${field.maxLength} 字，已填 ${field.value.length} 字`; };
    field.addEventListener('input', write);
    write();
  });
}

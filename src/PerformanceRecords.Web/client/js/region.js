/*
  Where a project lies: city, then county.

  <div class="region" data-region>
    <select id="…" name="…"><option value="">请选择</option><optgroup label="南京市"><option value="320102">玄武区</option>…

  Without this script one list grouped by city; with it a select for the city stands before it and narrows the list.
*/
export function enhance(root) {
  root.querySelectorAll('[data-region]').forEach(box => {
    const county = box.querySelector('select');
    if (!county || box.dataset.ready) {
      return;
    }
    box.dataset.ready = 'true';
    const groups = Array.from(county.querySelectorAll('optgroup'));
    const empty = county.querySelector('option[value=""]');
    const city = document.createElement('select');
    city.className = 'form-select';
    city.setAttribute('aria-label', '设区市');
    city.disabled = county.disabled;
    city.append(new Option('请选择设区市', ''), ...groups.map(group => new Option(group.label, group.label)));
    city.value = county.selectedOptions[0]?.closest('optgroup')?.label ?? '';
    county.setAttribute('aria-label', '区县');
    if (empty) {
      empty.text = '请选择区县';
    }
    const narrow = () => {
      const chosen = county.value;
      county.replaceChildren(...(empty ? [empty] : []), ...groups.filter(group => group.label === city.value));
      county.value = chosen;
      if (county.selectedIndex < 0) {
        county.selectedIndex = 0;
      }
    };
    city.addEventListener('change', event => {
      event.stopPropagation();
      county.value = '';
      narrow();
      county.dispatchEvent(new Event('change', { bubbles: true }));
      county.focus();
    });
    county.before(city);
    narrow();
  });
}

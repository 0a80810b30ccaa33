/*
  Small helps beside a field.

  <button type="button" data-adopt="uscc" data-value="91…">采用</button>   puts the suggested value into the field with that id
  <textarea data-max="500" data-count="sz-n">                             writes how many characters are used into #sz-n
  <select data-grouped-by="ty"> with <option data-group="02">             offers only the options of the group chosen in #ty
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
    const max = Number(field.dataset.max);
    const write = () => {
      place.textContent = `最多 ${max} 字，已填 ${field.value.length} 字`;
      place.classList.toggle('due', field.value.length > max);
    };
    field.addEventListener('input', write);
    write();
  });
  root.querySelectorAll('select[data-grouped-by]').forEach(select => {
    // a searchable select keeps its native element under another id
    const other = document.getElementById(`${select.dataset.groupedBy}-native`) ?? document.getElementById(select.dataset.groupedBy);
    const narrow = () => Array.from(select.options).forEach(option => {
      const fits = !option.dataset.group || !other.value || option.dataset.group === other.value;
      option.hidden = option.disabled = !fits;
      if (!fits && option.selected) {
        select.value = '';
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }
    });
    other?.addEventListener('change', narrow);
    if (other) {
      narrow();
    }
  });
}

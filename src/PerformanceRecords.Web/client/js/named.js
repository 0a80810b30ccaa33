/*
  A heading that names what is being filled in follows the field that holds the name, once it is saved.

  <h1 data-named-by="Basic.PrjName" data-unnamed="业绩补录（未填项目名称）">…</h1>   wherever else the page says the same name, in the path and the title, it changes too
*/
document.addEventListener('autosave:saved', event => {
  const heading = document.querySelector('[data-named-by]');
  const field = heading && event.target.elements[heading.dataset.namedBy];
  if (!field) {
    return;
  }
  const [before, name] = [heading.textContent, field.value.trim() || heading.dataset.unnamed];
  heading.textContent = name;
  document.title = document.title.replace(before, () => name);
  document.querySelectorAll('.crumb a').forEach(step => {
    if (step.textContent === before) {
      step.textContent = name;
    }
  });
});

/*
  <form data-autosave-url="…" data-reshaped-by="DesignIndustry">   after a field of that name changed and was saved, the page is loaded anew,
  because the form asks for other fields then. Without scripts the next save does the same.
*/
export function enhance(root) {
  root.querySelectorAll('form[data-reshaped-by]').forEach(form => {
    let changed = false;
    form.addEventListener('change', event => {
      changed ||= event.target.name?.endsWith(`.${form.dataset.reshapedBy}`) ?? false;
    });
    form.addEventListener('autosave:saved', () => changed && location.reload());
  });
}

/*
  A look at a file without leaving the page.

  <a href="/applications/…/evidence/…" target="_blank" data-preview="application/pdf">合同.pdf</a>

  Pictures and PDFs open in a dialog; without this script, or with a held-down key, in a tab of their own.
*/
document.addEventListener('click', event => {
  const link = event.target.closest('a[data-preview]');
  if (!link?.dataset.preview || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  open(link);
});

function open(link) {
  const dialog = document.createElement('dialog');
  dialog.className = 'preview-x';
  dialog.setAttribute('aria-label', `预览 ${link.textContent}`);
  const bar = document.createElement('div');
  bar.className = 'bar';
  const name = document.createElement('b');
  name.className = 'grow';
  name.textContent = link.textContent;
  const save = document.createElement('a');
  save.href = `${link.getAttribute('href')}?download=true`;
  save.textContent = '下载';
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'btn btn-outline-secondary btn-sm';
  close.textContent = '关闭';
  close.addEventListener('click', () => dialog.close());
  bar.append(name, save, close);
  dialog.append(bar, content(link));
  dialog.addEventListener('click', event => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => { dialog.remove(); link.focus(); });
  document.body.append(dialog);
  dialog.showModal();
}

function content(link) {
  const picture = link.dataset.preview.startsWith('image/');
  const view = document.createElement(picture ? 'img' : 'iframe');
  view.src = link.href;
  view[picture ? 'alt' : 'title'] = link.textContent;
  return view;
}

// Habits of every page: the error summary takes the focus, / goes to the search box, a form is sent once, data-print prints.

const focus = document.querySelector('[data-focus]');
if (focus && !location.hash) {
  focus.focus();
}

document.addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target.closest('input, textarea, select, [contenteditable]')) {
    return;
  }
  const search = document.querySelector('.find input');
  if (search) {
    event.preventDefault();
    search.focus();
  }
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) {
    print();
  }
});

document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post' || form.target) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
  }
  form.dataset.sent = 'true';
  form.dispatchEvent(new Event('htmx:abort'));
});

// a preview asked for while the form is on its way would meet what the form has made of the page
document.addEventListener('htmx:beforeRequest', event => {
  if (event.target.dataset.sent) {
    event.preventDefault();
  }
});

// the browser may bring the page back as it was left
addEventListener('pageshow', event => {
  if (event.persisted) {
    document.querySelectorAll('form[data-sent]').forEach(form => { delete form.dataset.sent; });
  }
});

/*
  Work without the mouse.

  <table data-keys>        j and k go down and up its rows, Enter opens the row's first link
  <a data-key="j">         the key follows the link
  <div id="keys" popover>  ? opens and closes the list of keys
*/
const table = document.querySelector('table[data-keys]');

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable], dialog')) {
    return;
  }
  const link = document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`);
  if (link) {
    link.click();
  } else if (event.key === '?') {
    document.getElementById('keys')?.togglePopover();
  } else if (table && (event.key === 'j' || event.key === 'k')) {
    move(event.key === 'j' ? 1 : -1);
  }
});

function move(by) {
  const rows = [...table.tBodies[0].rows];
  const at = rows.findIndex(row => row.classList.contains('sel'));
  const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
  rows.forEach(row => row.classList.toggle('sel', row === next));
  next.querySelector('a')?.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

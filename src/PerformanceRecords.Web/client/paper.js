// 版记 stands at the foot of the last page. Where that page ends is the printer's business, so its rows are counted here as the printer
// will break them: a row is never broken, and a table's head comes again on each page.
addEventListener('load', () => {
  const tail = document.querySelector('.tail');
  if (!tail) {
    return;
  }
  const ruler = document.createElement('div');
  ruler.className = 'ruler';
  tail.before(ruler);
  const millimetre = ruler.getBoundingClientRect().height / 100;
  ruler.remove();
  const page = 225 * millimetre;
  const foot = tail.getBoundingClientRect().height;
  const host = tail.parentElement;
  const used = host.tagName === 'MAIN' ? host.getBoundingClientRect().height - foot : usedOnLastPage(host, tail, page);
  // a line less than there is, so that no rounding pushes it over the edge
  const room = page - used - foot - 10 * millimetre;
  if (room > 0) {
    tail.style.setProperty('--room', `${room}px`);
  } else if (host.tagName !== 'MAIN') {
    tail.style.breakBefore = 'page';
    tail.style.setProperty('--room', `${page - foot - 10 * millimetre}px`);
  }
});

function usedOnLastPage(host, tail, page) {
  let used = 0;
  const add = (height, head = 0) => {
    used = used + height > page ? head + height : used + height;
  };
  let above = host.getBoundingClientRect().top;
  for (const part of host.children) {
    if (part === tail) {
      break;
    }
    const box = part.getBoundingClientRect();
    if (part.tagName === 'TABLE') {
      const head = part.tHead.getBoundingClientRect().height;
      add(box.top - above + head);
      [...part.tBodies[0].rows].forEach(row => add(row.getBoundingClientRect().height, head));
    } else {
      add(box.bottom - above);
    }
    above = box.bottom;
  }
  return used;
}

// What lies at the foot of a letter of one page, its code and its copies, is pushed down towards the edge of the text area. On a longer one it
// follows the signature: where pages break is the printer's business.
addEventListener('load', () => {
  const main = document.querySelector('main');
  const tail = document.querySelector('.tail');
  if (!main || !tail) {
    return;
  }
  const ruler = document.createElement('div');
  ruler.className = 'ruler';
  main.append(ruler);
  const millimetre = ruler.getBoundingClientRect().height / 100;
  ruler.remove();
  // two lines less than there are, so that no rounding pushes it over the edge
  const room = 225 * millimetre - 20 * millimetre - main.getBoundingClientRect().height;
  if (room > 0) {
    tail.style.setProperty('--room', `${room}px`);
  }
});

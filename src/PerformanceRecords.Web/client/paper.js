// What lies at the foot of a letter's last page of text, its code and its copies, is pushed down to the edge of the text area.
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
  const page = 225 * millimetre;
  const first = document.body.classList.contains('letter') ? page + 7 * millimetre : page;
  const height = main.getBoundingClientRect().height;
  const room = first + Math.max(0, Math.ceil((height - first) / page)) * page - height;
  // a little less than there is: a line that does not fit moves the whole block to the next page
  tail.style.setProperty('--room', `${Math.max(0, room - millimetre)}px`);
});

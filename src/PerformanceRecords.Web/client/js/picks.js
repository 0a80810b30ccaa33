/*
  Ticks all boxes of a form, or none, and says how many are ticked. Boxes may stand outside their form and name it.

  <button type="button" data-pick-all="form" data-unit="件" hidden></button>
*/
export function enhance(root) {
  root.querySelectorAll('[data-pick-all]').forEach(button => {
    if (!button.hidden) {
      return; // it works already
    }
    const form = document.getElementById(button.dataset.pickAll);
    const boxes = () => [...form.elements].filter(field => field.type === 'checkbox');
    const ticked = () => boxes().filter(box => box.checked).length;
    const show = () => {
      const all = boxes().length;
      button.textContent = ticked() === all ? '全不选' : `全选 ${all} ${button.dataset.unit}`;
      button.parentElement.querySelectorAll('[data-picked]').forEach(count => { count.textContent = `已选 ${ticked()} ${button.dataset.unit}`; });
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      const tick = ticked() < boxes().length;
      boxes().forEach(box => { box.checked = tick; });
      show();
    });
    document.addEventListener('change', event => {
      if (event.target.form === form) {
        show();
      }
    });
    show();
  });
}

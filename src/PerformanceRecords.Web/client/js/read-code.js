/*
  Reads the QR code on a scanned letter into a field, on this computer. Pictures are drawn and looked at; of a PDF the pictures inside that are
  JPEG are taken, which is how scanners write them. What cannot be read is typed by hand.

  <input type="file" data-read-code="#Code"><input type="hidden" name="read" data-read-code-found>  …  <p data-read-code-state role="status"></p>

  The hidden field keeps what was read, whatever is typed afterwards: a scan of another letter is told from a slip of the pen.
*/
import jsQR from 'jsqr';

const longest = 2400;
// other QR pictures on the paper lead elsewhere
const ours = /\/verify\/([2-9A-Z]{12})$/i;

export function enhance(root) {
  root.querySelectorAll('input[data-read-code]').forEach(input => input.addEventListener('change', () => read(input)));
}

async function read(input) {
  const state = document.querySelector('[data-read-code-state]');
  const target = document.querySelector(input.dataset.readCode);
  const kept = document.querySelector('[data-read-code-found]');
  const file = input.files[0];
  kept.value = '';
  state.textContent = '';
  if (!file) {
    return;
  }
  state.textContent = '正在识别二维码…';
  for (const picture of await pictures(file)) {
    const code = ours.exec(await look(picture) ?? '')?.[1];
    if (code) {
      kept.value = code;
      if (target.value.trim() === '') {
        target.value = code;
        state.textContent = '已识别二维码，核验码已填入，请与纸面核对。';
      } else {
        state.textContent = '已识别二维码，上传时与填写的核对，不是同一封函的不收。';
      }
      return;
    }
  }
  state.textContent = '没有识别出二维码，请确认扫描了落款那一页，或手填核验码、发文字号。';
}

async function pictures(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x25) {
    return [file];
  }
  const found = [];
  for (let at = 0; at + 3 < bytes.length && found.length < 30; at++) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd8 && bytes[at + 2] === 0xff) {
      const end = endOf(bytes, at);
      found.push(new Blob([bytes.subarray(at, end)], { type: 'image/jpeg' }));
      at = end;
    }
  }
  return found;
}

// "endstream" closes what a PDF embeds
function endOf(bytes, from) {
  const word = [...'endstream'].map(c => c.charCodeAt(0));
  for (let at = from; at < bytes.length - word.length; at++) {
    if (bytes[at] === word[0] && word.every((c, i) => bytes[at + i] === c)) {
      return at;
    }
  }
  return bytes.length;
}

async function look(blob) {
  try {
    const picture = await createImageBitmap(blob);
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const drawing = canvas.getContext('2d', { willReadFrequently: true });
    drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = drawing.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data; // ours is printed dark on light
  } catch {
    // not a picture this browser can draw; the next one may be
    return undefined;
  }
}

import { svgText } from './picture-file.js';

/** What browsers draw on: pixels along a side, and in all. */
const longest = 16_000;
const most = 120_000_000;

/**
 * The drawing in dots, two for each pixel of the page, fewer where a browser draws no picture so large.
 *
 * @throws Error where the browser cannot draw it
 */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const [width, height] = [svg.width.baseVal.value, svg.height.baseVal.value];
  const scale = Math.min(2, longest / width, longest / height, Math.sqrt(most / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.scale(scale, scale);
  const withoutWords = svg.cloneNode(true) as SVGSVGElement;
  for (const text of withoutWords.querySelectorAll('text')) text.remove();
  context.drawImage(await imageOf(withoutWords, width, height), 0, 0, width, height);
  write(svg, context);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}

async function imageOf(svg: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(new Blob([svgText(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Writes the words of a drawing where they stand: a picture from a file knows no font of the page, a canvas does. */
function write(svg: SVGSVGElement, context: CanvasRenderingContext2D): void {
  const aside = document.createElement('div');
  aside.style.cssText = 'position:fixed;left:0;top:0;visibility:hidden;pointer-events:none';
  aside.append(svg);
  document.body.append(aside);
  try {
    const corner = svg.getBoundingClientRect();
    for (const text of svg.querySelectorAll('text')) {
      const place = text.getScreenCTM();
      if (place === null || text.getNumberOfChars() === 0) continue;
      context.save();
      context.transform(place.a, place.b, place.c, place.d, place.e - corner.left, place.f - corner.top);
      writeText(text, context);
      context.restore();
    }
  } finally {
    aside.remove();
  }
}

/** A text in one piece, so that its letters stand as the font joins them; one of several pieces sign by sign, each in its place. */
function writeText(text: SVGTextElement, context: CanvasRenderingContext2D): void {
  const style = getComputedStyle(text);
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.fillStyle = style.fill;
  context.strokeStyle = style.stroke;
  context.lineWidth = Number.parseFloat(style.strokeWidth);
  context.lineJoin = 'round';
  const words = text.textContent.replace(/\s+/g, ' ').trim();
  const pieces = text.childElementCount === 0 ? [words] : Array.from(words);
  let at = 0;
  for (const piece of pieces) {
    if (at >= text.getNumberOfChars()) break;
    const { x, y } = text.getStartPositionOfChar(at);
    context.save();
    context.translate(x, y);
    context.rotate((text.getRotationOfChar(at) * Math.PI) / 180);
    if (style.stroke !== 'none') context.strokeText(piece, 0, 0);
    context.fillText(piece, 0, 0);
    context.restore();
    at += piece.length;
  }
}

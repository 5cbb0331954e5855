/** What part of a drawing is shown: how large, and around which place in pixels of the drawing. */
export interface View {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const mostZoom = 32;

/** A view after a step; it never leaves the drawing. Steps aside are a quarter of what is shown. */
export function moved(
  view: View,
  { zoom = 1, right = 0, down = 0 }: Partial<Record<'zoom' | 'right' | 'down', number>>,
  { width, height }: Size,
): View {
  const times = Math.min(mostZoom, Math.max(1, view.zoom * zoom));
  const held = (value: number, whole: number) =>
    Math.min(whole - whole / times / 2, Math.max(whole / times / 2, value));
  return {
    zoom: times,
    x: held(view.x + (right * width) / times / 4, width),
    y: held(view.y + (down * height) / times / 4, height),
  };
}

/** For the attribute `viewBox`. */
export function viewBox({ zoom, x, y }: View, { width, height }: Size): string {
  const [wide, high] = [width / zoom, height / zoom];
  return `${x - wide / 2} ${y - high / 2} ${wide} ${high}`;
}

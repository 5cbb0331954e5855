/** What part of a drawing is shown: how large, and around which place in pixels of the drawing. */
export interface View {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** A step nearer or farther, or aside. */
export type MapStep = Partial<Record<'zoom' | 'right' | 'down', number>>;

interface Size {
  readonly width: number;
  readonly height: number;
}

const mostZoom = 32;

/** A view after a step; it never leaves the drawing. Steps aside are a quarter of what is shown. */
export function moved(view: View, { zoom = 1, right = 0, down = 0 }: MapStep, { width, height }: Size): View {
  const times = Math.min(mostZoom, Math.max(1, view.zoom * zoom));
  const held = (value: number, whole: number) =>
    Math.min(whole - whole / times / 2, Math.max(whole / times / 2, value));
  return {
    zoom: times,
    x: held(view.x + (right * width) / times / 4, width),
    y: held(view.y + (down * height) / times / 4, height),
  };
}

/** Streets of which a drawing is full. */
const manyStreets = 1000;

/** Factor for the widths of lines, so that many streets do not grow into one spot; 1 where there are few, or near ones are shown. */
export function fineness(streets: number, zoom: number): number {
  return Math.min(1, zoom * Math.sqrt(manyStreets / streets));
}

/** A view that shows a place: the same where it does so already. */
export function showing(view: View, place: { readonly x: number; readonly y: number }, size: Size): View {
  const aside = Math.abs(place.x - view.x) > size.width / view.zoom / 2;
  const above = Math.abs(place.y - view.y) > size.height / view.zoom / 2;
  return aside || above ? moved({ ...view, ...place }, {}, size) : view;
}

/** For the attribute `viewBox`. */
export function viewBox({ zoom, x, y }: View, { width, height }: Size): string {
  const [wide, high] = [width / zoom, height / zoom];
  return `${x - wide / 2} ${y - high / 2} ${wide} ${high}`;
}

/** Closed shapes around the origin; all cover about the area of a circle of the same radius. */
export const shapeNames = ['circle', 'square', 'triangle', 'diamond', 'down', 'hexagon', 'cross'] as const;
export type Shape = (typeof shapeNames)[number];

/** Corners for radius 1, area π as the circle's, so that no shape looks larger. */
const corners: Readonly<Record<Exclude<Shape, 'circle'>, readonly (readonly [number, number])[]>> = {
  square: polygon(4, 45),
  diamond: polygon(4, 0),
  triangle: polygon(3, -90),
  down: polygon(3, 90),
  hexagon: polygon(6, 0),
  cross: cross(),
};

function polygon(sides: number, turnDegrees: number): (readonly [number, number])[] {
  const radius = Math.sqrt((2 * Math.PI) / (sides * Math.sin((2 * Math.PI) / sides)));
  return Array.from({ length: sides }, (_, i) => {
    const angle = ((turnDegrees + (360 * i) / sides) * Math.PI) / 180;
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });
}

/** A plus of five equal squares. */
function cross(): (readonly [number, number])[] {
  const a = Math.sqrt(Math.PI / 5) / 2;
  const b = 3 * a;
  return [
    [-a, -b],
    [a, -b],
    [a, -a],
    [b, -a],
    [b, a],
    [a, a],
    [a, b],
    [-a, b],
    [-a, a],
    [-b, a],
    [-b, -a],
    [-a, -a],
  ];
}

/** SVG path of a shape around (0, 0); `radius` in pixels is that of the circle of equal area. */
export function shapePath(shape: Shape, radius: number): string {
  if (shape === 'circle') {
    const r = radius.toFixed(2);
    return `M-${r},0a${r},${r} 0 1,0 ${(2 * radius).toFixed(2)},0a${r},${r} 0 1,0 -${(2 * radius).toFixed(2)},0z`;
  }
  const points = corners[shape].map(([x, y]) => `${(x * radius).toFixed(2)},${(y * radius).toFixed(2)}`);
  return `M${points.join('L')}z`;
}

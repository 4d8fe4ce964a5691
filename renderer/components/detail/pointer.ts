/**
 * Tells a pointer that a person moved from one under which something else has come to stand: what appears under a
 * resting pointer is not pointed at.
 */
export function hasMoved({ movementX, movementY }: PointerEvent): boolean {
  return movementX !== 0 || movementY !== 0
}

/** 0 is A, 26 is AA. */
export function columnName(place: number): string {
  let name = '';
  for (let left = place; left >= 0; left = Math.floor(left / 26) - 1) name = String.fromCharCode(65 + (left % 26)) + name;
  return name;
}

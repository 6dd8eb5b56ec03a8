import { columnName } from './column-name.js';
import { escaped, XML } from './xml.js';

/**
 * Bars that stand on one another, from a table on the same sheet: its first row names the series, its first column the
 * places along the axis. `firstRow`: the row of the names, 1 being the first.
 */
export interface SheetChart {
  title: string;
  firstRow: number;
  categories: readonly string[];
  series: readonly { name: string; values: readonly number[] }[];
}

/** Blue to grey, dark enough on paper; one a series, again from the start if there are more. */
export const COLOURS = ['1F4E79', 'C55A11', '7F7F7F', 'BF9000', '2E75B6', '548235', '843C0C', 'A5A5A5'] as const;
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

export function drawingXml({ firstRow, categories }: SheetChart): string {
  const from = firstRow + categories.length + 1;
  const corner = (name: string, column: number, row: number) => `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `${XML}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor>${corner('from', 0, from)}${corner('to', 9, from + 24)}`
    + '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>'
    + '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
    + `<a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic>`
    + '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>';
}

export function chartXml({ title, firstRow, categories, series }: SheetChart, sheet: string): string {
  const [top, bottom] = [firstRow + 1, firstRow + categories.length];
  const ref = (column: number, from: number, to = from) => escaped(`'${sheet.replaceAll("'", "''")}'!$${columnName(column)}$${from}${to === from ? '' : `:$${columnName(column)}$${to}`}`);
  const points = (values: readonly (string | number)[]) => `<c:ptCount val="${values.length}"/>${values.map((value, i) => `<c:pt idx="${i}"><c:v>${escaped(String(value))}</c:v></c:pt>`).join('')}`;
  const bars = series.map(({ name, values }, i) => `<c:ser><c:idx val="${i}"/><c:order val="${i}"/>`
    + `<c:tx><c:strRef><c:f>${ref(i + 1, firstRow)}</c:f><c:strCache>${points([name])}</c:strCache></c:strRef></c:tx>`
    + `<c:spPr><a:solidFill><a:srgbClr val="${COLOURS[i % COLOURS.length]}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`
    + `<c:cat><c:strRef><c:f>${ref(0, top, bottom)}</c:f><c:strCache>${points(categories)}</c:strCache></c:strRef></c:cat>`
    + `<c:val><c:numRef><c:f>${ref(i + 1, top, bottom)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(values)}</c:numCache></c:numRef></c:val></c:ser>`).join('');
  const text = `<c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="en-US" sz="1200"/><a:t>${escaped(title)}</a:t></a:r></a:p></c:rich></c:tx>`;
  return `${XML}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:roundedCorners val="0"/><c:chart><c:title>${text}<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`
    + `<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>${bars}<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`
    + '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:tickLblPos val="nextTo"/><c:crossAx val="2"/></c:catAx>'
    + '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines/><c:numFmt formatCode="0" sourceLinked="0"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/></c:valAx>'
    + '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart></c:chartSpace>';
}

import type { Bin } from '../../nodes/SignalClassifier/training/metrics';

const SIZE = 360;
const MARGIN = 48;
const SPAN = SIZE - 2 * MARGIN;

const x = (share: number): number => Math.round((MARGIN + share * SPAN) * 10) / 10;
const y = (share: number): number => Math.round((SIZE - MARGIN - share * SPAN) * 10) / 10;

/**
 * A picture of how honest the confidences are: a bar per bin up to the share that was right, beside
 * the diagonal on which an honest judge would be.
 */
export function reliabilityPlot(title: string, bins: readonly Bin[]): string {
	const bars = bins.map(({ from, to, count, confidence, right }) => {
		const said = `${count} at ${Math.round(confidence * 100)}%: ${Math.round(right * 100)}% right`;
		const box = `x="${x(from) + 1}" y="${y(right)}" width="${x(to) - x(from) - 2}" height="${y(0) - y(right)}"`;
		return `<rect ${box} fill="#154273"><title>${said}</title></rect>`;
	});
	const ticks = [0, 0.25, 0.5, 0.75, 1].map(
		(share) =>
			`<text x="${x(share)}" y="${y(0) + 16}" text-anchor="middle">${share * 100}%</text>` +
			`<text x="${x(0) - 6}" y="${y(share) + 4}" text-anchor="end">${share * 100}%</text>`,
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}" role="img" font-family="sans-serif" font-size="11">
<title>${title}: confidence against the share that was right</title>
<rect width="${SIZE}" height="${SIZE}" fill="#fff"/>
<text x="${SIZE / 2}" y="24" text-anchor="middle" font-size="14">${title}</text>
${bars.join('\n')}
<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#d52b1e" stroke-dasharray="4 3"/>
<path d="M${x(0)} ${y(1)}V${y(0)}H${x(1)}" fill="none" stroke="#333"/>
${ticks.join('\n')}
<text x="${SIZE / 2}" y="${SIZE - 10}" text-anchor="middle">confidence</text>
<text x="14" y="${SIZE / 2}" text-anchor="middle" transform="rotate(-90 14 ${SIZE / 2})">right</text>
</svg>
`;
}

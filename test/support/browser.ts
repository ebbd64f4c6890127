import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Chromium without a window. */
export const openBrowser = async (): Promise<Browser> =>
	await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });

/** What axe-core finds wrong on the page that is open, by rule and place; empty when it is accessible. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const { passes, violations } = await page.evaluate(async () => {
		const inPage = globalThis as unknown as { axe: { run(): Promise<Record<string, Finding[]>> } };
		return await inPage.axe.run();
	});
	if (passes!.length === 0) throw new Error('axe-core looked at nothing on this page');
	return violations!.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

interface Finding {
	id: string;
	nodes: Array<{ html: string }>;
}

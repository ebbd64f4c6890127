import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../test/support/browser';
import type { N8nServer } from '../../test/support/n8n-server';

/** Where the fields of a node are. */
const PARAMETERS = '[data-test-id="ndv-parameters-panel"], [data-test-id="node-parameters"]';

/** The n8n editor in a browser without a window, logged in. */
export class Editor {
	private constructor(
		private readonly browser: Browser,
		private readonly page: Page,
		private readonly url: string,
	) {}

	static async open({ url, email, password }: N8nServer, width = 2000, height = 1125): Promise<Editor> {
		const browser = await openBrowser();
		const page = await browser.newPage({ viewport: { width, height } });
		await page.goto(`${url}/signin`);
		await page.locator('input[type=email], input[name=emailOrLdapLoginId]').fill(email);
		await page.locator('input[type=password]').fill(password);
		await page.keyboard.press('Enter');
		await page.waitForURL((address) => !address.pathname.includes('signin'));
		return new Editor(browser, page, url);
	}

	/** The whole canvas of a workflow. */
	async canvas(workflowId: string, file: string): Promise<void> {
		await this.openWorkflow(workflowId);
		// What floats over the canvas is n8n's, not the workflow's.
		await this.page.addStyleTag({
			content:
				'.vue-flow__panel, [class*="canvasButtons"], [data-test-id="node-buttons-wrapper"], [role="radiogroup"], [data-test-id="execute-workflow-button"] { visibility: hidden }',
		});
		await this.page.locator('.vue-flow').first().screenshot({ path: file });
	}

	/** The panel of one node, with its fields. */
	async panel(workflowId: string, nodeName: string, file: string): Promise<void> {
		await this.openWorkflow(workflowId);
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${nodeName}"]`).dblclick();
		await this.page.locator(PARAMETERS).first().waitFor();
		await this.page.waitForTimeout(1500);
		await this.page.locator(PARAMETERS).first().screenshot({ path: file });
		await this.page.keyboard.press('Escape');
	}

	/** A credential, as whoever fills it in sees it when it is right: its servers are an example's, and not there. */
	async credential(id: string, file: string): Promise<void> {
		const right = { data: { status: 'OK', message: 'Connection successful!' } };
		await this.page.route('**/rest/credentials/test', async (route) => await route.fulfill({ json: right }));
		await this.page.goto(`${this.url}/home/credentials/${id}`);
		const dialog = this.page.locator('[data-test-id="editCredential-modal"]').first();
		await dialog.waitFor();
		await this.page.waitForTimeout(1500);
		await dialog.screenshot({ path: file });
	}

	/** A page for somebody who does not work in n8n, such as a form. */
	async publicPage(path: string, file: string): Promise<void> {
		const page = await this.browser.newPage({ viewport: { width: 900, height: 1000 } });
		await page.goto(`${this.url}${path}`);
		await page.screenshot({ path: file, fullPage: true });
		await page.close();
	}

	async close(): Promise<void> {
		await this.browser.close();
	}

	private async openWorkflow(workflowId: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${workflowId}`);
		await this.page.locator('[data-test-id="canvas-node"]').first().waitFor();
		// n8n's own shortcut for "fit everything on the screen".
		await this.page.keyboard.press('1');
		await this.page.waitForTimeout(1500);
	}
}

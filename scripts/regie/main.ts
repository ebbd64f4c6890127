import { classify } from './classify';
import { UsageError, type Command } from './command';
import { evaluate } from './evaluate';
import { parse } from './parse';

const COMMANDS: Record<string, Command> = { parse, classify, evaluate };

async function main([name = '', ...args]: readonly string[]): Promise<number> {
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	const usage = Object.values(COMMANDS)
		.map((known) => `  npm run regie -- ${known.usage}`)
		.join('\n');
	if (!command) {
		console.error(`${name ? `There is no command '${name}'. ` : ''}Use one of:\n${usage}`);
		return 2;
	}
	try {
		return await command.run(args);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		console.error(`${error.message}\n  npm run regie -- ${command.usage}`);
		return 2;
	}
}

// Whoever reads the results may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
	process.exit();
});

main(process.argv.slice(2)).then(
	(code) => (process.exitCode = code),
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);

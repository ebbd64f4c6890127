/** A polite word and a closing around it do not make it another request. */
const STOP = /^(?:graag\s+)?stop(?:pen)?(?:\s+(?:a\.?u\.?b\.?|alstublieft|graag|svp))?[\s.!]*$/i;

/** Whether a customer asks for no more status updates: the first line says only that. */
export function isStopRequest(text: string): boolean {
	const [first = ''] = text.split('\n').flatMap((line) => line.trim() || []);
	return STOP.test(first.replace(/^["'“]|["'”]$/g, ''));
}

const MAX_THANKS = 160;
const THANKS = /\b(?:bedankt|dank(?:je|jewel|u|uwel)?|dankbaar|fijn|top|super|thanks|thank you)\b/i;
/** Words that turn a friendly answer into a message to read: something is not, or not yet, or again. */
const BUT =
	/\?|\b(?:niet|geen|nog|maar|echter|helaas|weer|opnieuw|wil|wanneer|waarom|hoe|kunt|kunnen|kan|graag|alleen|behalve|not|but|still)\b/i;

/**
 * Whether a customer only says thank you. When in doubt it is not: a signal is opened again too often
 * rather than too seldom.
 */
export function isOnlyThanks(text: string): boolean {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > 0 && line.length <= MAX_THANKS && THANKS.test(line) && !BUT.test(line);
}

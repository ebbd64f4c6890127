import type { FuzzTarget } from '../fuzz-target';
import { apiAnswer } from './api-answer';
import { catalogueFile } from './catalogue-file';
import { chatModelAnswer } from './chat-model-answer';
import { classifierText } from './classifier-text';
import { formPages } from './form-page';
import { mail } from './mail';
import { mailTexts } from './mail-text';
import { packedMail } from './packed-mail';
import { personalData } from './personal-data';
import { webhookCall } from './webhook-call';

/** Every parser of outside input, by the name of its folder in test/fuzz/corpus. */
export const FUZZ_TARGETS: Readonly<Record<string, FuzzTarget>> = {
	mail,
	'mail-text': mailTexts,
	'packed-mail': packedMail,
	'catalogue-file': catalogueFile,
	'api-answer': apiAnswer,
	'webhook-call': webhookCall,
	'chat-model-answer': chatModelAnswer,
	'form-page': formPages,
	'personal-data': personalData,
	'classifier-text': classifierText,
};

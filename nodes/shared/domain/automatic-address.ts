const AUTOMATIC =
	/^(no[-_.]?reply|do[-_.]?not[-_.]?reply|niet[-_.]?(be)?antwoorden|geen[-_.]?antwoord|mailer-daemon|postmaster|bounces?|noreply)([-_.+=].*)?@/i;

/** Whether nobody reads what is sent to this address. */
export const isAutomaticAddress = (address: string): boolean => AUTOMATIC.test(address);

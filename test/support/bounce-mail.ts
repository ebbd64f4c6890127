import type { ReceivedMail } from './smtp-sink';

/** What Postfix sends back, to the sender of a mail, when nobody has the address it was for (RFC 3464). */
export function bounceOf({ envelope, raw, headers }: ReceivedMail): Buffer {
	const boundary = `=_${headers['message-id']!.slice(1, 33)}`;
	const part = (contentType: string, content: string) =>
		[`--${boundary}`, `Content-Type: ${contentType}`, '', content].join('\r\n');
	const [recipient] = envelope.to;
	const lines = [
		'Return-Path: <>',
		'From: Mail Delivery System <MAILER-DAEMON@mx.minvenj.example>',
		`To: ${envelope.from}`,
		'Subject: Undelivered Mail Returned to Sender',
		`Message-ID: <bounce-of-${headers['message-id']!.slice(1)}`,
		'Auto-Submitted: auto-replied',
		'MIME-Version: 1.0',
		`Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
		'',
		part(
			'text/plain; charset=us-ascii',
			'I am sorry to have to inform you that your message could not be delivered.',
		),
		part(
			'message/delivery-status',
			[
				'Reporting-MTA: dns; mx.minvenj.example',
				'',
				`Final-Recipient: rfc822; ${recipient}`,
				'Action: failed',
				'Status: 5.1.1',
				`Diagnostic-Code: smtp; 550 5.1.1 <${recipient}>: Recipient address rejected: User unknown`,
				'',
			].join('\r\n'),
		),
		part('message/rfc822', raw.toString('latin1')),
		`--${boundary}--`,
		'',
	];
	return Buffer.from(lines.join('\r\n'), 'latin1');
}

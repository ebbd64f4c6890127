import type { INodePropertyOptions } from 'n8n-workflow';

/** How a connection to a mail server is made safe, with the ports that are usual for each. */
export const securityOptions = (port: { tls: number; starttls: number }): INodePropertyOptions[] => [
	{ name: `TLS (usual Port ${port.tls})`, value: 'tls' },
	{ name: `STARTTLS (usual Port ${port.starttls})`, value: 'starttls' },
	{ name: 'None (insecure)', value: 'none' },
];

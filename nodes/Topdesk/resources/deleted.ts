/** What an operation gives for something that is gone: n8n's own form for it. */
export const DELETED = { deleted: true };

import { temporaryFolder } from '../temp-folder';

// Read by n8n-core when it is loaded, so this module comes before it.
process.env.N8N_USER_FOLDER = temporaryFolder();
process.env.N8N_ENCRYPTION_KEY = 'only-for-tests';
process.env.N8N_LOG_LEVEL = 'silent';
process.env.N8N_DIAGNOSTICS_ENABLED = 'false';

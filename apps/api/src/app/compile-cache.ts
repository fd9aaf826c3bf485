import { enableCompileCache } from 'node:module';

// Imported before everything else: what is loaded after this line is compiled once, and read from disk at later starts.
enableCompileCache();

export { logFilePorts } from '#hosts/hosting/log-file.ts';

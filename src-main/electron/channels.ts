/** The two channels between preload and main process, one each way. There are no others. */
export const connectChannel = 'plan-register:connect';
export const portChannel = 'plan-register:port';

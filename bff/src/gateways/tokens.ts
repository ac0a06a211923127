/** Injection tokens of the outside systems; each stands for the interface of its folder. */
export const PLATFORM = Symbol('insurance-platform');
export const CREDENTIAL = Symbol('credential');
export const WECHAT = Symbol('wechat');
/** Which of the WeChat account's templates is for what. */
export const MESSAGE_TEMPLATES = Symbol('message-templates');
export const SMS = Symbol('sms');
/** `Redis`, or null where one process serves alone. */
export const REDIS = Symbol('redis');

/**
 * Every error that the API gives: stable code → HTTP status and the Chinese sentences shown to people.
 * `title` says what happened, `detail` what to do next. RFC 9457.
 */
export const problemCodes = {
  // What was sent
  'malformed-request': [400, '提交的内容不完整', '请返回上一页，检查后再提交一次。您填写的内容都还在。'],
  'unknown-route': [404, '没有这个页面', '请返回首页，重新选择要办的事。'],
  'body-too-large': [413, '内容太大了', '请分几次提交，或者换一张小一些的照片。'],
  'unsupported-media-type': [415, '格式不支持', '请用手机重新拍照，或者选一张 JPG、PNG、HEIC 照片。'],
  'too-many-requests': [429, '操作太频繁了', '请等一分钟再试。您填写的内容都还在。'],
  'idempotency-key-missing': [400, '提交没有成功', '请退出重新打开小程序，再提交一次。您填写的内容都还在。'],
  'idempotency-conflict': [409, '这次提交和上一次不一样', '请刷新页面，确认内容后重新提交。'],
  'internal-error': [500, '系统出了点问题', '不是您的错。请过几分钟再试，您填写的内容都已保存。'],
  'service-unavailable': [503, '系统正忙', '请过几分钟再试，您填写的内容都已保存。'],

  // Who is asking
  'session-required': [401, '请先登录', '登录已过期，请重新进入小程序。您填写的内容都还在。'],
  'session-expired': [401, '登录已过期', '请重新进入小程序。您填写的内容都还在。'],
  'session-reused': [401, '为了安全，已退出登录', '登录信息在别处被使用过，请重新扫码登录。'],
  'credential-required': [403, '请先扫医保电子凭证', '打开医保电子凭证，扫一扫二维码，就能继续办理。'],
  'not-allowed': [403, '您不能进行这项操作', '如有疑问，请拨打医保咨询电话。'],
  'wechat-code-invalid': [401, '微信登录没有成功', '请退出小程序重新进入。'],
  'wechat-code-used': [401, '微信登录没有成功', '登录码已经用过，请退出小程序重新进入。'],

  // Credential
  'credential-used': [409, '这个二维码已经用过了', '请在医保电子凭证页面点「刷新」，再扫新的二维码。'],
  'credential-expired': [410, '这个二维码过期了', '二维码一分钟有效。请点「刷新」，再扫新的二维码。'],
  'credential-forged': [422, '这不是医保电子凭证二维码', '请打开「医保电子凭证」，扫它页面上的二维码。'],
  'credential-other-person': [
    409,
    '扫到的是另一个人的凭证',
    '您已用自己的凭证登录。要替家人办事，请先在「我的」里添加家人。',
  ],
  'credential-unavailable': [503, '医保电子凭证系统暂时连不上', '请过几分钟再扫一次。急办可拨打医保咨询电话。'],
  'platform-unavailable': [503, '医保平台暂时连不上', '请过几分钟再试。您填写的内容都已保存。'],
  'person-not-found': [404, '医保平台上没有查到您的参保信息', '请核对证件，或拨打参保地医保咨询电话。'],

  // Catalogue
  'unknown-region': [404, '没有开通这个地区', '请从列表里选择您的参保地。'],
  'unknown-item': [404, '没有这个事项', '请返回首页，搜索您要办的事。'],
  'item-not-filed': [409, '这个事项不用申请', '直接在页面上查看即可。'],
  'wrong-region': [422, '您的参保地不是这里', '请选择您自己的参保地办理。'],

  // Cases
  'case-not-found': [404, '没有找到这个办件', '它可能已被删除，或者不是您本人的。请在「我的办件」里查看。'],
  'draft-exists': [409, '您有一份没填完的申请', '可以接着填，也可以重新开始。'],
  'stale-case': [409, '内容已有更新', '这个办件在别处被修改过。请刷新看最新内容，您刚填的还在手机里。'],
  'case-incomplete': [422, '还有几处要补齐', '请按下面的提示逐项补齐，再提交。您填写的内容都还在。'],
  'transition-not-allowed': [409, '现在不能这样操作', '这个办件的状态已经变了，请刷新后再看。'],
  'unknown-material': [422, '没有这项材料', '请刷新页面后再上传。'],
  'unknown-question': [422, '有一项内容不在申请表里', '请刷新页面后重新填写这一项。'],
  'receipt-used': [409, '这张票据已经报销过或正在办理', '同一张票据只能报销一次。如有疑问，请拨打医保咨询电话。'],
  'already-rated': [409, '您已经评价过了', '每个办件评价一次，谢谢您的意见。'],
  'reason-required': [422, '请写明理由', '这项操作要写明理由，申请人会看到。'],
  'supervisor-required': [409, '不能再次要求补正', '一次性告知只有一次。确需再次补正，请主管写明理由后操作。'],
  'same-officer': [403, '您已办理过这个办件的另一个环节', '受理审核、复核、拨付要由不同的人办理。'],
  'own-case': [403, '不能办理与本人有关的办件', '请交由其他同事办理。'],
  'claimed-by-other': [409, '同事正在办理这个办件', '请办理下一件。'],
  'settlement-invalid': [422, '核定金额不对', '每一类的核定金额不能超过申报金额，合计要一致。'],

  // Uploads
  'upload-not-found': [404, '没有找到这张照片', '请重新拍照上传。'],
  'upload-too-large': [413, '照片太大了', '一张照片不能超过 20 MB。请用手机相机重新拍，或选小一些的照片。'],
  'upload-not-a-photo': [422, '这个文件不是照片', '请用手机拍照，或选一张 JPG、PNG、HEIC 照片。'],
  'upload-broken': [422, '照片传坏了', '请重新选这张照片，或者再拍一张。'],
  // 460 is of the tus checksum extension.
  'upload-checksum-mismatch': [460, '照片传输中出错了', '正在重新发送，请稍等。'],
  'upload-expired': [410, '上传已过期', '请重新选择照片上传。'],
  'upload-incomplete': [409, '照片还没传完', '请等照片传完再提交。'],
  'upload-offset-conflict': [409, '照片要接着传', '正在从断开的地方继续，请稍等。'],
  'upload-busy': [423, '这张照片正在传', '请等几秒，会自动接着传。'],
  'upload-protocol': [412, '上传没有成功', '请更新小程序后，再选这张照片。'],
  'upload-attached': [409, '这张照片已经交上去了', '要换照片，请在材料里选「重拍」。'],
  'upload-link-expired': [410, '照片链接过期了', '请刷新页面，再点开照片。'],
  'upload-dimensions': [422, '照片的尺寸太大或太小', '请用手机相机重新拍一张。'],

  // Documents
  'document-not-found': [404, '没有这份文书', '请在办件详情里查看已有的文书。'],
  'document-glyph-missing': [422, '姓名里有系统暂时印不出的字', '请拨打医保咨询电话，由窗口为您打印。'],
  'verification-not-found': [404, '没有查到这份文书', '请核对验证码；查不到的文书不是本系统开出的。'],

  // Grants
  'grant-not-found': [404, '没有找到这份委托', '请在「我的家人」里查看。'],
  'grant-not-valid': [403, '委托已失效', '委托已被撤销或到期，请委托人重新签署。'],

  // Officers
  'login-failed': [401, '账号、密码或动态码不对', '请检查后再试；连续错 5 次会锁定 15 分钟。'],
  'login-locked': [429, '账号已锁定', '连续输错次数太多，请 15 分钟后再试，或联系管理员。'],
  'officer-required': [401, '请用经办人员账号登录', '请在经办工作台登录。'],
} as const satisfies Record<string, readonly [status: number, title: string, detail: string]>;

export type ProblemCode = keyof typeof problemCodes;

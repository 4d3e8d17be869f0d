/**
 * Every failure a user can meet, as data: code → sentence, remedy, HTTP status. Errors cross the boundary by code
 * and parameters; the words live here alone. `{name}` is filled from the parameters.
 */
interface ErrorWords {
  text: string;
  /** What to do about it; empty where the sentence says it. */
  remedy: string;
  status: number;
}

export const errorWords = {
  // asking
  'unknown-method': { text: '程序没有“{method}”这项功能。', remedy: '请刷新页面后再试。', status: 404 },
  'invalid-input': { text: '填写的内容不合要求：{detail}', remedy: '请改正后再试。', status: 400 },
  'invalid-request': { text: '请求无法识别。', remedy: '请刷新页面后再试。', status: 400 },
  'not-signed-in': { text: '还没有选择是谁在使用。', remedy: '请先选择姓名。', status: 401 },
  'session-expired': { text: '这个窗口已失效。', remedy: '请关闭它，从程序重新打开。', status: 401 },
  'not-allowed': {
    text: '“{person}”没有做这件事的权限（需要：{roles}）。',
    remedy: '请换有权限的人操作，或在设置中调整。',
    status: 403,
  },
  'wrong-origin': { text: '请求不是从本程序的页面发出的，已拒绝。', remedy: '', status: 403 },
  'not-found': { text: '没有找到{what}。', remedy: '可能已被删除，请刷新后再看。', status: 404 },
  'too-large': { text: '{what}过大，最多 {limit}。', remedy: '请拆分或压缩后再试。', status: 413 },
  internal: {
    text: '程序出错了，刚才的操作没有完成。',
    remedy: '请再试一次；仍不行时请把数据文件夹里的日志交给维护人员。',
    status: 500,
  },

  // start
  'folder-not-writable': {
    text: '数据文件夹“{folder}”不能写入。',
    remedy: '请检查磁盘和权限，或另选一个文件夹。',
    status: 500,
  },
  'data-in-use': {
    text: '数据文件夹“{folder}”正被另一个程序使用。',
    remedy: '请到已打开的窗口中工作，或先关闭它。',
    status: 409,
  },
  'database-damaged': {
    text: '数据库“{file}”已损坏，无法打开。',
    remedy: '原文件未改动；可从“backups”文件夹中恢复最近的备份。',
    status: 500,
  },
  'database-from-future': {
    text: '数据库“{file}”由较新的程序（结构 {found}）写成，本程序只认到 {known}。',
    remedy: '请使用新版程序；文件未作任何改动。',
    status: 409,
  },
  'database-too-old-sqlite': {
    text: '数据库组件版本 {version} 过旧，可能丢失数据。',
    remedy: '请重新安装程序。',
    status: 500,
  },
  'network-share': {
    text: '数据文件夹“{folder}”在网络盘上，不能保证数据安全。',
    remedy: '请改用本机硬盘上的文件夹。',
    status: 409,
  },
  'disk-full': { text: '磁盘已满，没有保存。', remedy: '请清理磁盘后再试，窗口里的内容还在。', status: 507 },

  // reading files
  'file-empty': { text: '“{file}”是空文件。', remedy: '请检查后重新选择。', status: 422 },
  'file-too-large': {
    text: '“{file}”有 {size}，超过上限 {limit}。',
    remedy: '请去掉图片或拆分后再导入。',
    status: 413,
  },
  'file-too-long': {
    text: '“{file}”有 {pages} 页，超过上限 {limit} 页。',
    remedy: '请拆分后再导入；确要整份读入时，可在导入结果里选“仍要读入”。',
    status: 422,
  },
  'file-too-slow': {
    text: '“{file}”读取超过 {limit}，已停止。',
    remedy: '文件可能已损坏；请另存为 .docx 或 .txt 后再导入。',
    status: 422,
  },
  'file-too-heavy': {
    text: '“{file}”读取时占用内存超过 {limit}，已停止。',
    remedy: '文件可能已损坏；请另存为 .docx 或 .txt 后再导入。',
    status: 422,
  },
  'file-unknown-type': {
    text: '“{file}”不是能识别的文件类型。',
    remedy: '请另存为 .docx 或 .txt 后再导入。',
    status: 422,
  },
  'file-damaged': {
    text: '“{file}”已损坏，读不出内容：{detail}。',
    remedy: '请让来稿单位重新发送，或另存一份再导入。',
    status: 422,
  },
  'file-unsafe': {
    text: '“{file}”结构异常，已拒绝读取：{detail}。',
    remedy: '请用 Word 打开后另存一份再导入。',
    status: 422,
  },
  'file-encrypted': { text: '“{file}”设有密码，读不出内容。', remedy: '请去掉密码后再导入。', status: 422 },
  'file-no-text': { text: '“{file}”里没有文字。', remedy: '可能是图片或扫描件，请改用补录。', status: 422 },
  'file-encoding': { text: '“{file}”的文字编码无法确定。', remedy: '请用记事本另存为 UTF-8 后再导入。', status: 422 },
  'sheet-columns': { text: '表格“{file}”缺少列：{columns}。', remedy: '请按导出的表格样式填写。', status: 422 },
  'sheet-row': {
    text: '表格“{file}”第 {row} 行有误：{detail}',
    remedy: '请改正后再导入，整份表格未导入。',
    status: 422,
  },

  // work
  'state-changed': { text: '“{what}”已是“{state}”，不能这样做。', remedy: '请刷新后再看。', status: 409 },
  'nothing-to-undo': { text: '没有可以撤销的操作。', remedy: '', status: 409 },
  'item-changed-elsewhere': {
    text: '这篇稿件刚被{person}改过，没有覆盖。',
    remedy: '请查看对方的改动后再保存。',
    status: 409,
  },
  'item-being-edited': {
    text: '{person}正在修改这篇稿件。',
    remedy: '可以先请求编辑；对方一分钟不答复就能接手。',
    status: 409,
  },
  'item-in-issue': { text: '这篇稿件已编入{issue}。', remedy: '请先从该期中取出。', status: 409 },
  'issue-frozen': { text: '{issue}已签发，内容和期号不能再改。', remedy: '如需更正，请新建一期更正。', status: 409 },
  'issue-empty': { text: '{issue}还没有稿件。', remedy: '请先从预采用中选稿。', status: 409 },
  'issue-not-ready': { text: '{issue}还不能签发：{detail}', remedy: '请补齐后再签发。', status: 409 },
  'back-issue-not-ready': { text: '“{file}”还不能补录：{detail}。', remedy: '请改正后再补录。', status: 409 },
  'number-in-use': { text: '{year}年已有签发的期，起始期号不能再改。', remedy: '', status: 409 },
  'name-taken': { text: '已有名为“{name}”的{what}。', remedy: '请换一个名称。', status: 409 },
  'still-used': { text: '“{name}”还在使用：{where}。', remedy: '可改为停用。', status: 409 },

  // the department page
  'code-refused': { text: '单位或密码不对。', remedy: '请核对报送单上的单位名称和密码。', status: 401 },
  'code-locked': { text: '这个单位的报送端已停用。', remedy: '请与{office}联系。', status: 403 },
  'slow-down': { text: '试得太多了。', remedy: '请 {seconds} 秒后再试。', status: 429 },
  'code-must-change': { text: '首次使用须先修改密码。', remedy: '', status: 403 },
  'code-unchanged': { text: '新密码与原密码相同。', remedy: '请另换一个。', status: 422 },
  'hand-in-empty': { text: '还没有填写内容，也没有附上文件。', remedy: '', status: 422 },
  'hand-in-cap': {
    text: '今天已报送 {cap} 条，达到每日上限。',
    remedy: '紧急信息不受限制；其他的请明天再报。',
    status: 409,
  },
  'hand-in-read': { text: '编辑已经阅看，不能撤回。', remedy: '如需更正请与编辑联系。', status: 409 },
  'packet-foreign': {
    text: '“{file}”不是发给本单位的报送包，或已损坏。',
    remedy: '请让报送单位用最近取用的报送包页面重新生成。',
    status: 422,
  },
  'packet-damaged': { text: '报送包“{file}”内容不全。', remedy: '请让报送单位重新生成。', status: 422 },
  'packet-unknown-unit': {
    text: '报送包“{file}”的单位“{unit}”不在名册中。',
    remedy: '请先在“单位”里添加，或给已有单位加上这个名称。',
    status: 422,
  },
  'too-many-files': { text: '一次最多附 {limit} 个文件。', remedy: '请分几次报送。', status: 422 },

  // pages and files out
  'press-failed': { text: '排版没有完成：{detail}', remedy: '请再试一次；仍不行时请检查字体和特殊字符。', status: 500 },
  'press-refused': { text: '无法排版：{detail}', remedy: '请修改后再试。', status: 422 },
  'export-stopped': { text: '{issue}的导出已停止。', remedy: '已写好的文件是完整的，可以重新导出。', status: 409 },
  'target-locked': {
    text: '“{file}”正被其他程序打开，写不进去。',
    remedy: '请先在 Word 或阅读器中关闭它，或另选文件夹。',
    status: 409,
  },
  'target-not-writable': { text: '不能写入“{folder}”：{detail}', remedy: '请另选文件夹。', status: 500 },
} as const satisfies Record<string, ErrorWords>;

export type ErrorCode = keyof typeof errorWords;
export type ErrorParams = Readonly<Record<string, string | number>>;

/** An error as it crosses the boundary. */
export interface ErrorData {
  code: ErrorCode;
  params: ErrorParams;
}

const fill = (text: string, params: ErrorParams) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : whole));

/** The sentence for an error and, after it, what to do. */
export function errorSentence({ code, params }: ErrorData): string {
  const { text, remedy } = errorWords[code];
  return fill(text, params) + fill(remedy, params);
}

export const errorStatus = (code: ErrorCode): number => errorWords[code].status;

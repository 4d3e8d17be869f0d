import { SOUNDS } from './data/sounds.ts';

/** Whether two characters are read alike (tone apart) or look alike: what a slip of the hand or the ear mixes up. */
export function alike(a: string, b: string): boolean {
  if (a === b || a === '' || b === '') return false;
  return soundsLike(a, b) || looksLike(a, b);
}

/** Whether two characters are read alike, tone apart. */
export function soundsLike(a: string, b: string): boolean {
  const sounds = SOUNDS.get(a);
  return a !== b && sounds !== undefined && SOUNDS.get(b)?.some((sound) => sounds.includes(sound)) === true;
}

/** Whether two characters look alike. */
export const looksLike = (a: string, b: string): boolean => a !== b && (lookalikes().get(a)?.includes(b) ?? false);

let built: Map<string, string> | null = null;

/** Each character with those that look like it. */
function lookalikes(): Map<string, string> {
  if (built) return built;
  built = new Map();
  for (const look of LOOKS) for (const char of look) built.set(char, (built.get(char) ?? '') + look);
  return built;
}

/** Groups of characters that look alike, or that a hand writes alike. */
const LOOKS: readonly string[] =
  '己已巳 末未 侯候 辩辨瓣辫 贷货 拔拨 折拆析 治冶 幕墓暮慕募 竟竞 挡档 捡检 撒撤 代伐 住往 人入八 土士 千干于 常堂 陪赔培 部陪 责贵 众从 查察 排徘 场扬汤 待侍 历厉 准淮 析拆 拟似 导异 服报 情清请 施拖 程理 风凤 动劲 发友 领领 亨享 跃耀 屡履 恪格洛络 卷券拳 崇祟 拓拆 桩椿 抓爪 徒徙 抡抢枪 弛驰 绪诸 梁粱 赢嬴 籍藉 燥躁操澡 崛掘倔 浇饶绕侥 缴激邀 徽微 冒胃 励历 采彩菜 栽裁载戴 辑缉揖 坡披波 蓝篮 洒酒 狠狼 抱报饱 慨概 愉偷 梢稍捎 揭竭 锻段 暖缓援 孤狐 宣宜宴 官宫管 究穷 质贡 贪贫 赏赛 践浅残贱 跋拔 输轮 辐幅福副 述迷 适造 逐遂 透诱 遣遗 剖部 酬酣 译择泽释 钓钩 锋峰蜂 境镜竞 闲闭间问闻 阔阁 防妨 阴阳 际陈标 险检验签捡 隐稳 静净 顷项顶倾 领颁 颗棵 住注驻 驶驳 聚骤 鸣呜 鸟乌 担但坦 抗杭 设没投役 推椎堆 描猫 题提 摊滩 支枝技 改收攻 敞敝 科料 斤斥 断继 旋旅族施 日曰 旧归 早旱 晓浇 暑署 曲由甲申田 更便 末未木本 村材 杜社 桥侨 捧棒 植值 膜摸模 欠久 江汇 决央 沟购构 河何 活话括 测侧则 农浓 浮俘 消销削 涉步 港巷 源原 炼练 热势熟 燃然 特持待 坏环怀 埋理 瓦互 甩用 疫疗 百白 监盖 直真 眼跟 晴睛清 石右 码玛 祖租组阻 神伸 种钟 税悦 第弟 筑巩 绿录缘 维准 网冈 虑虚 裸棵 规现观 讯训 训顺 访仿 诊珍 诚城 误娱 谈淡 赔培 运远 还环 迎仰 送迭 通道 酒洒 镇填 长常 门们 院陆 陪部 隔融 项顶 顺须 预顶 颂领 飞气 验检 高商 麻床 赋贼 免兔 刃刀 力办 卖买 厉励 参叁 反友 变恋 叶时 吁呼 吨盹 园圆 围圈 坚竖 壮状 备各 失夫 安按 实买 密蜜 导寻 届屈 己已 师帅 庄压 延廷 弃异 形型 径经 忙忘 思恩 恳垦 悔侮 惠惑 愿原 戊戍戌 扎礼 扰拢 折拆 拥佣 拨拔 挖控 损捐 据剧 探深 接按 措借惜 搬般 撤撒 敌故 整垫 斜科 明朋 昭照 晚勉 普晋 景影 暴瀑 权杈 枯姑 柱桂 核该刻 根狠 楼搂 槛滥 款歉 残浅 毕华 民氏 沫沬 沉沈 泄世 洋详 派脉 流疏 浸侵 涂徐 涨张 渴喝 温湿 湾弯 溢益 滞带 漏露 灌罐 灭天 爱受 牧收 狭峡侠 猎措 率卒 珠株 班斑 琅朗 甫浦 画面 番翻 疑凝 痛疼 皂皇 盘盆 盲育 看着 眉媚 瞒满 矛予 砖转 硬便 磨摩 礼扎 祥详 票漂 秀透 稻滔 立位 竣峻俊 笼茏 等筹 粉纷 系糸 纠纤 纲钢 纳纺 细组 织职识 绍招 给结络 统流 续读 缔蹄 缝逢 罚罪 置直 群裙 翻番 耕耗 肃萧 育盲 胁协 脱税 腐庸 膨澎 舍舌 般船 茂盛 荐存 萃翠粹 落洛 虽蛋 蚀独 衔街 衷哀衰 装袋 褒保 覆履 见贝 视规 览缆 触独 警敬 记纪 许计 证征 评平 诉拆 试式 该孩 详祥 谋媒 谐楷 谨仅 象像 负贞 货贷 贯贵 费弗 资咨 赖懒 趋驱 跟根 踪综 车东 轨轧 较校 辖割 迁迂 近进 迫追 退追 逊孙 遥摇 遭糟 邻领 郊效 配酉 里理 针钉 银很 铁轶 锁销 错措 键健 陡徒 陷馅 障章 难准 雇顾 震振 霸坝 非韭 韧初 颖颗 饮欢 饰蚀 首道 香杳 驾架 骄娇 龄令'.split(
    ' ',
  );

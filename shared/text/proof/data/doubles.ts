/**
 * Characters that are right when doubled, each with the characters that must not follow: there the second is the
 * head of another word and the doubling a slip (人人|参与 is right, 人人员 is not).
 */
const WITH_BARRED =
  '人员民口才大社物数生选流防 事业项故务情宜后前 时间期候代 层面次级 处理置罚于长室 年度龄轻底初 天然气津 家庭长属园具电 日常期报程志 ' +
  '大会队型学厅力 点位击评名 重点要大视 面积对貌临 行业为动政程使 多元样种次方彩渠 好处评 户籍口 一次些起定样年线是步名个项条支批系致般 ' +
  '步骤伐 深入化度圳 满足意 早期 高度质效水标考 远程 实现施际行效践 快速递 常态委务见住 往来 刚刚性 条件例 种类植 头条 村民庄镇居委干部 ' +
  '校园长 声音 代表理办替价码 节约假水日点 项目 环境节保卫 个人别体性 样本板 细节化则 稳定步妥 阵地 片区 团结队员 红色 星级期 镇长 街道 店铺面 ' +
  '看到见望 试点行 说明 想到 谈话 走访 听取 问题 转型变移 查处看询 讲解话 议题 岗位 队员伍 形势式 风险';
/** Doubled characters that are words whatever follows. */
const FREELY =
  '件岁纷仅渐默悄缓频屡恰偏稍暗牢紧久静轻慢暖丝缕朵滴绿甜谢笑坐晒唱跳写念某太爷奶爸妈哥姐弟妹婷娜芳莉娟媛萍倩蕾晶磊莎蒸兢勃昂孜欣熙栩彬郁葱' +
  '津侃滔滚芸熊炯依跃烈泛遥翩冉袅娓朗巍茫苍皑潺淙隆徐悠惶寥恋逐岌咄赫喋奄谆耿拳殷涓姗碌晃洒浩荡恳絮叨匆桩盏桌杯碗寸粒株棵颗滴份字句篇夜月岁辈世星呵哈嘻嘿眯彤乎甸黝秃晃睁灿澄茸兮淋滋喷漉零';

export const REDUPLICATIONS: ReadonlyMap<string, string> = new Map([
  ...[...FREELY].map((char) => [char, ''] as const),
  ...WITH_BARRED.split(' ').map((entry) => [entry[0] ?? '', entry.slice(1)] as const),
]);

/** Doublings that the dictionary would take for two words meeting, though these words never meet so. */
export const UNLIKELY_JOINS: readonly string[] = ['学学校', '政政府', '群群众', '党党员', '企企业', '社社区'];

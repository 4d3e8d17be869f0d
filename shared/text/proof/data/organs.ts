/** Party organs of a district: without 委 the name is wrong, for they are organs of the committee, not of the district. */
export const PARTY_ORGANS =
  '政法委|组织部|宣传部|统战部|老干部局|巡察办|网信办|编办|党校|党史研究室|党史办|直属机关工委|直工委|政研室|机要局|社工委';

/** Organs whose names, as short forms, differ by one character and are both right. */
export const KNOWN_ORGANS: ReadonlySet<string> = new Set(
  `发改委 发改局 教育局 教体局 体育局 科工局 科技局 工信局 民政局 财政局 人社局 司法局 住建局 城管局 城管执法局 交通局 交运局 水利局 农委 农业局 农业农村局 商务局 税务局
文旅局 文广旅体局 卫健委 卫计委 退役军人局 退役军人事务局 应急局 应急管理局 审计局 统计局 市场监管局 市监局 医保局 医疗保障局 信访局 金融局 机关事务局 机管局 行政审批局 大数据局 政务服务局
自然资源局 资源规划局 自然资源和规划局 生态环境局 环保局 公安局 公安分局 检察院 法院 人民法院 人民检察院 总工会 团委 团区委 妇联 工商联 科协 文联 侨联 残联 红十字会 纪委 纪委监委 监委
组织部 宣传部 统战部 政法委 编办 党校 老干部局 巡察办 区委办 政府办 人大办 政协办 区委办公室 区政府办 住房保障中心 房管中心 房管局 征收办 园林局 林业局 安监局 消防救援大队 消防大队 气象局 供销社 档案馆 档案局 烟草局 邮政局
人武部 投促局 招商局 招商中心 国资委 国资局 民宗局 粮食局 物价局 规划局 国土局 城建局 爱卫办 创建办 文明办 防控办 疾控中心 融媒体中心 不动产登记中心 公积金中心`.split(
    /\s+/,
  ),
);

/**
 * Characters that are right when doubled, each with the characters that must not follow: there the second is the
 * head of another word and the doubling a slip (人人|参与 is right, 人人员 is not).
 */
const WITH_BARRED =
  '人员民口才大社物数生选流防 事业项故务情宜后前 时间期候代 层面次级 处理置罚于长室 年度龄轻底初 天然气津 家庭长属园具电 日常期报程志 ' +
  '大会队型学厅力 点位击评名 重点要大视 面积对貌临 行业为动政程使 多元样种次方彩渠 好处评 户籍口 一次些起定样年线是步名个项条支批系致般 ' +
  '步骤伐 深入化度圳 满足意 早期 高度质效水标考 远程 实现施际行效践 快速递 常态委务见住 往来 刚刚性 条件例 种类植 头条 村民庄镇居委干部 ' +
  '校园长 声音 代表理办替价码 节约假水日点 项目 环境节保卫 个人别体性 样本板 细节化则 稳定步妥 阵地 片区 团结队员 小区学组麦康型数微心程 红色 星级期 镇长 街道 店铺面 ' +
  '看到见望 试点行 说明 想到 谈话 走访 听取 问题 转型变移 查处看询 讲解话 议题 岗位 队员伍 形势式 风险';
/** Doubled characters that are words whatever follows. */
const FREELY =
  '连件岁纷仅渐默悄缓频屡恰偏稍暗牢紧久静轻慢暖丝缕朵滴绿甜谢笑坐晒唱跳写念某太爷奶爸妈哥姐弟妹婷娜芳莉娟媛萍倩蕾晶磊莎蒸兢勃昂孜欣熙栩彬郁葱' +
  '津侃滔滚芸熊炯依跃烈泛遥翩冉袅娓朗巍茫苍皑潺淙隆徐悠惶寥恋逐岌咄赫喋奄谆耿拳殷涓姗碌晃洒浩荡恳絮叨匆桩盏桌杯碗寸粒株棵颗滴份字句篇夜月岁辈世星呵哈嘻嘿眯彤乎甸黝秃晃睁灿澄茸兮淋滋喷漉零';

export const REDUPLICATIONS: ReadonlyMap<string, string> = new Map([
  ...[...FREELY].map((char) => [char, ''] as const),
  ...WITH_BARRED.split(' ').map((entry) => [entry[0] ?? '', entry.slice(1)] as const),
]);

/** Doublings that the dictionary would take for two words meeting, though these words never meet so. */
export const UNLIKELY_JOINS: readonly string[] = ['学学校', '政政府', '群群众', '党党员', '企企业', '社社区'];

/** Qualities that are doubled before 的 and 地: 厚厚的, 紧紧地. */
export const OF_DEGREE =
  '淡怪沉呼痴闷缓默恶微轻悄浓死矮肥大小长短高低厚薄深浅远近粗细宽窄胖瘦轻重快慢冷热暖凉软硬干湿圆方扁尖弯直红黄蓝绿白黑灰紫甜酸苦辣香臭新旧老嫩美满稳实多少早晚静狠紧松密稀清亮暗平正好真乖空鲜尽牢生活定呆傻胖齐重';

/** Common surnames, but those that are more often another word (于, 和, 时, 向, 为). */
export const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦邢齐岳梅莫庄辛管祝左涂谷祁耿牟卜路詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍覃霍翁隋甘景薄单柏宁柯';

/** Characters that given names double: 婷婷, 新新, 京京. */
export const NAME_CHARS =
  '婷娜芳莉娟媛萍倩蕾晶磊莎昂孜欣熙栩彬郁津侃滔芸炯冉娓朗巍淙隆徐悠碌新京阳冬东春夏秋香蓉思丽玲琳霞燕红静洁敏慧颖薇佳嘉丹宁宏洋涛波超鹏飞龙军强伟刚勇明亮辉光华英杰俊豪凯帅楠男南北西平安康乐欢笑甜甘果苗苑菲菁莹莺茜茵荣蓓蒙兰花月云雪露霜雨晨曦星辰宝贝珍珠玉琪琦琼瑶瑜璐珊珂双圆圈毛豆豆牛虎兔团元方圣盼望念真诚信义文斌武博学林森木桐松柏可爱妮妞娇嫣妍婧婉娅姗姣媚巧艳淑雅聪翠彤彩影心怡悦愉惠惜晓昊旭昕晗晴智';

/** Doublings that are half of a set phrase or stand by themselves: 息息相关, 绰绰有余, 历历在目, 一阵阵. */
export const SET_DOUBLES = new Set(
  '源吁眈融斤夸辘啧蒙森诺碰恢娘猩莎岌哝咻嘟噜咧汪耷蓬甸霍呦呐济缤孳迟息绰历济莘循仆睽脉谦袅凛寥赫翩谆孜兢惴惶怏悻耿侃娓滔喋咄拳欣蒸冉腾奕炯灼昭楚铮锵琅潺淙泱皑茫渺莽苍郁葱茵累磊颤瑟嗷呱嘤喃喁窃津迢遥绵滚汩涓汹沸攘熙碌匆悄岌蠢忡恋眷惓彬凿铿嗡淅沥萧飒簌霏袅缭杳彤灿熠烁盈娜亭姗款徐踽跚噗棱绷腻黏丛簇沓仅往振吟叨巍辣艳扑爷公奶婆弟妹姐哥舅叔伯姑姨嫂爸妈娃宝隐摇阴斑',
);

/** Verbs that are doubled before their object: 招招手, 见见面, 聊聊天, 把把关. */
export const LIGHT_VERBS: ReadonlyMap<string, string> = new Map(
  '喝水 逛街 遛弯 打球 下棋 看书 读报 浇水 招手 见面 聊天 把关 帮忙 咬牙 耸肩 摊手 狠心 散步 跳舞 唱歌 洗手 谈心 想办 试水 转圈 歇脚 拍手 握手 挥手 摇头 敲门 动手 动脑 点头 拉手 拉家 串门 出力 加油 鼓劲 说话 说理 讲理 走路 走亲 看书 评理 评功 教书'
    .split(' ')
    .map((pair) => [pair[0] ?? '', pair.slice(1)]),
);

/** Words that end in a doubling, where the first two characters are a word too. */
export const TAILED: ReadonlySet<string> = new Set(
  `不仅仅 阴沉沉 响当当 颤巍巍 恶狠狠 冷冰冰 热辣辣 热腾腾 热乎乎 暖洋洋 暖烘烘 凉飕飕 冷清清 冷飕飕 沉甸甸 轻飘飘 软绵绵 硬邦邦 湿漉漉 干巴巴 水灵灵 绿油油 绿茵茵 绿莹莹 红彤彤 红艳艳 红扑扑 黄澄澄
金灿灿 金闪闪 光灿灿 亮晶晶 亮堂堂 明晃晃 白花花 白茫茫 黑压压 黑漆漆 黑乎乎 灰蒙蒙 雾蒙蒙 乱糟糟 乱哄哄 闹哄哄 脏兮兮 臭烘烘 香喷喷 甜丝丝 美滋滋 喜洋洋 喜滋滋 乐呵呵 乐陶陶 笑眯眯 笑盈盈 笑哈哈 兴冲冲
急匆匆 慢悠悠 慢吞吞 静悄悄 孤零零 空荡荡 齐刷刷 直挺挺 胖乎乎 毛茸茸 圆滚滚 血淋淋 气冲冲 怒冲冲 雄赳赳 懒洋洋 眼巴巴 眼睁睁 泪汪汪 火辣辣 平展展 哗啦啦 呼啦啦 轰隆隆 滑溜溜 光秃秃 活生生 好端端 顶呱呱
一下下 一样样 一路路 老爷爷 老奶奶 老婆婆 小妹妹 小弟弟 小娃娃 窝窝头 三三制 敌敌畏 沱沱河 爱乐乐团 板上钉钉 孤单单 蓬松松 手空空 怜巴巴 气沉沉 光闪闪 气呼呼 气鼓鼓 直勾勾 热烘烘 空落落 飘飘然 皱巴巴 活脱脱 冷森森 暖融融 直愣愣 大咧咧`.split(
    /\s+/,
  ),
);

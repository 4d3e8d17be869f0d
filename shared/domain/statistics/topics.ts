/** What an item is about, by the words of its title and opening: for seeing whether issues are one-sided. */
export interface Topic {
  name: string;
  words: readonly string[];
}

/** The first topic that a text names is its own. */
export const topics: readonly Topic[] = [
  { name: '疫情防控', words: ['疫情', '防疫', '抗疫', '战疫', '新冠', '核酸', '疫苗', '隔离'] },
  {
    name: '党建纪检',
    words: [
      '党建',
      '党员',
      '党组织',
      '党支部',
      '党委',
      '组织部',
      '纪检',
      '纪委',
      '廉政',
      '主题教育',
      '巡察',
      '干部',
      '统战',
    ],
  },
  {
    name: '项目经济',
    words: ['项目', '招商', '企业', '复工', '营商环境', '工业', '投资', '经济', '财政', '税', '审计', '商务'],
  },
  {
    name: '民生社保',
    words: ['民生', '就业', '社保', '教育', '学校', '医疗', '养老', '救助', '扶贫', '脱贫', '住房', '退役军人', '残疾'],
  },
  {
    name: '平安法治',
    words: [
      '平安',
      '信访',
      '政法',
      '公安',
      '检察',
      '法院',
      '司法',
      '扫黑',
      '禁毒',
      '安全生产',
      '消防',
      '应急',
      '普法',
      '维稳',
    ],
  },
  {
    name: '城建环保',
    words: ['环保', '生态', '污染', '大气', '扬尘', '城市管理', '创建', '绿化', '拆迁', '道路', '棚改', '征迁', '河长'],
  },
  { name: '三农水利', words: ['农业', '农村', '乡村', '农民', '麦收', '三夏', '防汛', '水利', '粮食'] },
  { name: '文化文明', words: ['文化', '文明', '宣传', '志愿', '体育', '旅游', '群众活动', '学雷锋'] },
];

export const OTHER_TOPIC = '其他';

export const topicOf = (text: string): string =>
  topics.find(({ words }) => words.some((word) => text.includes(word)))?.name ?? OTHER_TOPIC;

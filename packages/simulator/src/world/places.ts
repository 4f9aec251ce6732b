export interface Province {
  readonly name: string
  /** With its suffix, as written in an address. */
  readonly full: string
  readonly cities: readonly string[]
  /** Share of buyers, relative. */
  readonly weight: number
  /** Usual days on the road. */
  readonly transit: number
}

const place = (name: string, full: string, cities: string, weight: number, transit: number): Province => ({
  name,
  full,
  cities: cities.split(' '),
  weight,
  transit,
})

/** The warehouse is in 浙江. */
export const provinces: readonly Province[] = [
  place('广东', '广东省', '广州 深圳 佛山 东莞 惠州 中山', 13, 2),
  place('浙江', '浙江省', '杭州 宁波 温州 嘉兴 金华', 10, 1),
  place('江苏', '江苏省', '南京 苏州 无锡 常州 南通', 10, 1.4),
  place('上海', '上海市', '上海', 7, 1.2),
  place('北京', '北京市', '北京', 6, 2),
  place('四川', '四川省', '成都 绵阳 宜宾 南充 德阳', 8, 2.8),
  place('山东', '山东省', '济南 青岛 烟台 潍坊', 7, 2),
  place('河南', '河南省', '郑州 洛阳 新乡 南阳', 6, 2),
  place('湖北', '湖北省', '武汉 宜昌 襄阳', 5, 2),
  place('湖南', '湖南省', '长沙 株洲 衡阳', 5, 2.2),
  place('福建', '福建省', '福州 厦门 泉州', 5, 1.8),
  place('河北', '河北省', '石家庄 保定 唐山', 4, 2.2),
  place('安徽', '安徽省', '合肥 芜湖 阜阳', 4, 1.5),
  place('陕西', '陕西省', '西安 咸阳 宝鸡', 4, 2.6),
  place('辽宁', '辽宁省', '沈阳 大连 鞍山', 3, 2.8),
  place('重庆', '重庆市', '重庆', 4, 2.6),
  place('江西', '江西省', '南昌 赣州 九江', 3, 1.8),
  place('广西', '广西壮族自治区', '南宁 柳州 桂林', 3, 3),
  place('云南', '云南省', '昆明 大理 曲靖', 2, 3.4),
  place('黑龙江', '黑龙江省', '哈尔滨 大庆', 2, 3.4),
  place('天津', '天津市', '天津', 2, 2),
  place('新疆', '新疆维吾尔自治区', '乌鲁木齐 昌吉', 1, 5.5),
]

export const roads = [
  '听澜路',
  '云杉街',
  '望屿路',
  '青禾巷',
  '石榴里',
  '半山大道',
  '渡口街',
  '松针路',
] as const
export const estates = ['栖云苑', '澄江花园', '月半湾', '南山里', '和光公寓', '知夏小区'] as const

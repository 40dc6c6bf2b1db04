"""Units, measure words and qualifiers of Chinese policy prose: data, no grammar.

A unit's *code* is what `Quantity.unit` holds. Units of measurement have international codes
(kW, km2, CNY, `%`); a measure word is its own code, as written. Nothing is converted from one
unit to another, but for 成 and ‰ (to `%`), 角 and 分钱 (to CNY).
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.quantities.lookup import words


class Unit(NamedTuple):
    """A unit's code, the kind of quantity it makes, and what its number is multiplied by."""

    code: str
    kind: str
    factor: tuple[int, int] = (1, 1)


# One line a unit: kind, code, the ways to write it. Longest match wins, so order means nothing.
_MEASUREMENT = """
money CNY 元 元人民币 元钱 块钱 圆 人民币 CNY RMB
money USD 美元 美金 USD
money EUR 欧元 EUR
money HKD 港元 港币 HKD
money JPY 日元 JPY
money GBP 英镑
money RUB 卢布
money KRW 韩元
money AUD 澳元 澳大利亚元
money CAD 加元 加拿大元
money CHF 瑞士法郎 瑞郎
money SGD 新加坡元 新元
money INR 卢比
money THB 泰铢
money MOP 澳门元 澳门币
money TWD 新台币
percent % % ﹪
percent pp 个百分点 百分点 pct
percent bp 个基点 基点 个BP BP bp
measure times 倍
measure mu 亩 市亩
measure ha 公顷 ha hm2 hm² 垧
measure km2 平方公里 平方千米 km2 km² ㎢
measure m2 平方米 平米 平方 m2 m² ㎡ 建筑平方米
measure cm2 平方厘米 cm2 cm² ㎠
measure m3 立方米 立方 m3 m³ 方水 标方 标准立方米 标立方米 Nm3 Nm³ 土石方
measure km 公里 千米 km ㎞ 正线公里 车道公里 里程公里 皮长公里
measure m 米 m 延米 延长米
measure dm 分米 dm
measure cm 厘米 公分 cm ㎝
measure in 英寸
measure ft 英尺
measure mi 英里
measure mm 毫米 mm ㎜
measure µm 微米 μm µm um
measure nm 纳米 nm
measure nmi 海里
measure li 华里 里
measure chi 市尺
measure t 吨 公吨 t 吨标准煤 吨标煤 吨二氧化碳 吨油当量 载重吨 总吨
measure DWT 载重吨位 DWT
measure kg 公斤 千克 kg ㎏
measure g 克 g
measure mg 毫克 mg ㎎
measure µg 微克 μg µg ug
measure ng 纳克 ng
measure jin 斤 市斤
measure ct 克拉
measure L 升 公升 L
measure mL 毫升 mL ml
measure W 瓦 W 瓦特
measure kW 千瓦 kW KW
measure MW 兆瓦 MW MWp
measure GW 吉瓦 GW GWp
measure TW 太瓦 TW
measure Wh 瓦时 Wh
measure kWh 千瓦时 千瓦·时 千瓦小时 度电 kWh KWh kW·h
measure MWh 兆瓦时 MWh
measure GWh 吉瓦时 GWh
measure TWh 太瓦时 TWh
measure V 伏 伏特
measure kV 千伏 kV KV
measure kVA 千伏安 kVA KVA
measure MVA 兆伏安 MVA
measure VA 伏安
measure A 安培
measure mAh 毫安时 mAh
measure Ah 安时 Ah
measure Hz 赫兹 赫 Hz
measure kHz 千赫 千赫兹 kHz
measure MHz 兆赫 兆赫兹 MHz
measure GHz 吉赫 吉赫兹 GHz
measure dB 分贝 dB
measure Pa 帕 帕斯卡 Pa
measure kPa 千帕 kPa
measure hPa 百帕 hPa
measure MPa 兆帕 MPa
measure N 牛顿
measure J 焦耳
measure kJ 千焦 kJ
measure GJ 吉焦 GJ
measure cal 卡路里
measure kcal 千卡 大卡 kcal
measure °C 摄氏度 ℃ °C ° C 度C
measure lx 勒克斯
measure Bq 贝克勒尔
measure mol 摩尔
measure px 像素
measure bit 比特
measure B 字节
measure kB 千字节 KB
measure MB 兆字节 MB
measure GB 吉字节 GB
measure TB 太字节 TB
measure PB 拍字节 PB
measure EB 艾字节 EB
measure Mbps 兆比特每秒 Mbps Mb/s
measure Gbps 吉比特每秒 Gbps Gb/s
measure PFLOPS PFLOPS PFlops Pflops
measure EFLOPS EFLOPS EFlops Eflops
measure TEU 标箱 标准箱 个标箱 个标准箱 TEU 国际标准箱
measure t·km 吨公里
measure p·km 人公里
measure hp 马力
measure 度 度
measure 岁 岁 周岁 岁龄
duration year 年 年头 个年头 载 周年 学年 个年度 个学年 个财年 a
duration quarter 个季度
duration month 个月 个自然月 月龄
duration week 周 星期 个星期 个周 礼拜 个礼拜
duration day 天 日 昼夜 个昼夜 自然日 个自然日
duration workday 工作日 个工作日 个交易日 交易日
duration hour 小时 个小时 个钟头 钟头 h 学时 个学时 课时 个课时
duration minute 分钟 min
duration second 秒 秒钟
duration ms 毫秒 ms
duration century 世纪 个世纪
"""

_FACTORS = {
    "‰": Unit("%", "percent", (1, 10)),
    "成": Unit("%", "percent", (10, 1)),
    "角": Unit("CNY", "money", (1, 10)),
    "角钱": Unit("CNY", "money", (1, 10)),
    "毛钱": Unit("CNY", "money", (1, 10)),
    "分钱": Unit("CNY", "money", (1, 100)),
}

# Measure words proper, and nouns that follow a number without one (九部门, 四县).
_COUNT = """
个 项 家 人 名 位 户 次 条 座 件 台 套 辆 架 艘 只 头 匹 口 株 棵 颗 粒 张 本 册 部 篇 幅 份 封
支 枝 杆 把 根 块 片 面 道 扇 层 栋 幢 间 所 处 场 届 批 轮 回 遍 趟 班 组 类 种 样 款 对 双 例
宗 起 桩 笔 门 节 段 章 点 步 眼 孔 盏 顶 枚 尊 箱 袋 瓶 桶 包 盒 盆 碗 杯 束 串 列 股 县 市 省
区 州 旗 盟 镇 乡 村 国 校 院 字 句 首 尾 羽 床 席 堂 挂 管 贴 剂 卷 集 档 环 圈 轴 单 厘 期 丛
畦 垄 穴 方面 方 地 城 大 强 分 盘 局 球 员 站 幕 出 针 剂次 馆 园 店 厂 企 院所 朵 滴 摞 堆 排
波 人次 人口 户次 车次 架次 班次 艘次 列次 批次 频次 场次 家次 件次 台次 辆次 例次 点次 门次
课次 标段 台套 台件 件套 台(套) 套(台) 个(次) 人(次) 家(次) 家(户) 辆(台) 处(个) 项(次) 座(处)
件(套)
户(家) 部门 部委 委办局 单位 企业 省份 省区 省区市 省市 省(区) 省(市) 省(区、市) 县区 县市
县(区) 县(市) 县(市、区) 市县 市州 市(州) 区县 乡镇 乡(镇) 镇街 街道 社区 行政村 自然村 村庄
城市 地市 地区 国家 学科 高校 院校 学校 医院 床位 学位 车位 泊位 席位 岗位 工位 铺位 展位 摊位
点位 机位 卡位 版面 战区 方阵 车道 机组 路口 工序 环节 站点 网点 民族 党派 梯队 常委 股东 小区
连冠 连增 连丰 连涨 连升 连降 连跌 连胜 连霸 连优 # 级 号 楼 等 代 年级 强镇 号院 号楼 级台阶 人年
机台 台班 工日 人日 人天 天次 户籍 家庭 队 队伍 赛季
"""

# A number with one of these is a place in an order, not an amount: 7号, 三级, 二期, 三楼.
ORDINAL_UNITS = words("# 级 号 楼 年级 等 期 届 号院 号楼")

# 第3位, 前10名, 500强: places in a ranking.
RANK_UNITS = frozenset("位名强甲大")

# What makes 等 a grade and no “and so on”.
GRADED = ("奖", "功", "舱", "座", "残", "品", "优")

# What may follow one of a number's units after a slash to make a rate (元/吨, 人/平方公里).
RATE_ONLY = {
    "年": "year", "月": "month", "日": "day", "天": "day", "时": "hour", "小时": "hour",
    "秒": "s", "分": "minute", "分钟": "minute", "h": "hour", "s": "s", "d": "day", "a": "year",
    "min": "minute", "亩": "mu", "Wh": "Wh", "W": "W", "L": "L",
} | {word: word for word in words("人 户 台 个 次 株 头 车 件 套 人天 间 床 人月")}  # fmt: skip

# A unit that a longer word can begin with: what must not follow it.
NOT_BEFORE = {
    "成": "立为功果效长员本绩就熟分品都交型品",
    "升": "至到级为温旗学值幅格华降",
    "度": "过假电数",
    "大": "于幅增涨约小部多学家会",
    "强": "化调制度劲大有烈力省市国",
    "号": "称码",
    "分": "之别公布配析解类成为化担工管局支部子两",
    "方": "向式法案针便位阵舟略可能",
    "面": "积向临对貌",
    "点": "击燃名",
    "起": "步点草到来",
    "对": "于",
    "位": "于",
    "部": "分署队",
    "本": "地市省县区州科级次项年月",
    "只": "有能要是需",
    "所": "有在以需",
    "处": "于理置罚分",
    "地": "区市方级",
    "国": "家有内际",
    "区": "域别间分",
    "省": "级",
    "市": "场民级",
    "组": "织建成",
    "单": "位独",
    "出": "口现台来",
    "员": "工",
    "回": "收升落复",
    "首": "先都次",
    "班": "子列",
    "道": "路",
    "关": "于系注键心",
    "等": "地市县区多",
    "期": "间待望",
    "级": "别",
    "店": "铺",
    "波": "动",
    "排": "名放",
    "集": "中成群聚",
    "局": "部",
    "地区": "生",
    "国家": "级重战标发",
    "标准": "化",
    "年": "均产级薪轻代龄报检审",
    "周": "边期围转",
    "日": "均本",
    "代": "表理码替价办",
    "卡": "点",
    "间": "隔断",
    "口": "岸",
    "门": "户",
    "把": "握控",
    "头": "部",
    "帕": "金",
    "平方": "根",
    "户": "籍均外",
    "人": "均民大才类工口口",
    "安": "全",
}


def _parse() -> dict[str, Unit]:
    table = {word: Unit(word, "count") for word in _COUNT.split()}
    for line in _MEASUREMENT.strip().splitlines():
        kind, code, *words = line.split()
        for word in words:
            table[word] = Unit(code, kind)
    table["人口"] = Unit("人", "count")
    return table | _FACTORS


UNITS = _parse()

# Units that can stand on a bare 百, 千, 万 or 亿 (万元, 千亩); a count needs 每, 近, 超, 余 ….
BARE_SCALE_KINDS = frozenset({"money", "percent", "measure"})

# Qualifiers before the number. What they include or exclude follows article 1259 of the Civil
# Code: 以上, 以下, 以内 include the number, 超过, 不满 do not.
LEADING = {
    word: code
    for code, words in {
        "about": "近 约 大约 将近 接近 几近 约为 大致 约合 约占 约有 约达 约需 约计 约可 "
        "差不多 近乎 大概 逼近 约在",
        "more_than": "超 超过 突破 逾 高于 多于 大于 超过了 突破了 跨过 迈过 跨越 冲破 站上 "
        "超越 越过 已超 均超 总超 跨上 迈上 远超 破 冲上 逾越",
        "at_least": "不低于 不少于 至少 最少 不小于 不下 不下于 起码 不短于",
        "less_than": "低于 不足 不到 少于 小于 不满 未满 未达 未到 未达到 仅不足 降至不足 短于",
        "at_most": "不超过 不高于 至多 最多 不多于 不大于 不得超过 不超 最高不超过 不长于 不突破",
        "every": "每 每隔 平均每",
    }.items()
    for word in words.split()
}

# Qualifiers that can stand apart from the number: 不足全国平均水平的一半.
FAR_LEADING = words(
    "不足 不到 未达 低于 不低于 不少于 超过 高于 不高于 不超过 接近 超出 约占 至少"
) & frozenset(LEADING)

# Before these one-character qualifiers, what makes them the end of another word (签约, 附近, 打破).
ENDS_WORD = {
    "近": "最附靠临邻远就新相亲贴走",
    "约": "节签条合公预违履契盟集缩制",
    "破": "打侦爆攻告查",
    "超": "赶反",
}

# What makes a qualifier after the unit another word (上下游, 年内部).
NOT_TRAILING = {
    "上下": "游联班级",
    "左右": "两",
    "前后": "两",
    "内": "部外蒙涵容陆生河需设",
    "多": "种样项元数年次方个家条层级边点维渠",
    "余": "额下",
}

# Qualifiers after the unit; they are not part of `Quantity.text`.
TRAILING = {
    word: code
    for code, words in {
        "at_least": "以上 及以上 及其以上 或以上 (含)以上 (及)以上",
        "at_most": "以下 及以下 以内 之内 或以下 (含)以下 (含)以内",
        "about": "左右 上下 前后",
        "more_than": "有余 开外 以外 之多",
    }.items()
    for word in words.split()
}

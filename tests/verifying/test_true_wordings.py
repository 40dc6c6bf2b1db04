"""True sentences in words of a memo's own, each beside a false one that is built alike."""

import pytest

from briefing.verifying.verify import Verifier
from holding import draft_verifier, list_doubted

ARTICLE = """甲县乡村观察
2030-04-20 08:15 来源：示例网
甲县县长王海涛、东湖区水星村党支部书记李广明提出，要打造一流的营商环境，把东湖区建成山水宜居的高地。
东湖区要建立签约即审批的机制，企业拿到地就能开工。甲县建设全县首个茶叶物流园区。
南岭隧道施工中遇到断层，自1月5日起停工，至今没有复工。
甲县生态环境持续向好。县委要求打造成为旅游强县。
全县工业投资（不含农户）增长4.4%。王海涛介绍，示例（甲县）茶叶有限公司在东湖区投产。
甲县渔业并未取得实质性突破。东湖区成功创建国家级示范区。甲县茶叶产值占全省的28.4%，多于渔业。
世界首座风浪能电站在甲县投用，未来发展看好。甲县第三西通道由农民、企业和学校共建。甲县渔业园已通过审批，将成为渔业高地。实施“三个100万亩”绿化工程。茶叶项目有25个，占合同总额的59.6%。
4个乡共新建茶园12.4万亩。
"""


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    return draft_verifier(tmp_path_factory.mktemp("drafted"), ARTICLE, "2030-04-20")


@pytest.mark.parametrize(
    ("true", "false", "text"),
    [
        ("王海涛提出要把东湖区打造成山水宜居的高地。", "营商环境造成东湖区高地。", "造成"),
        (
            "王海涛提出要打造一流的营商环境，并把东湖区建成山水宜居的高地。",
            "东湖区已建成山水宜居的高地。",
            "已",
        ),
        ("南岭隧道停工后没有复工。", "南岭隧道已复工。", "复工"),
        ("南岭隧道施工中遇到断层停工。", "南岭隧道没有停工。", "停工"),
        ("甲县拟建的茶叶物流园区在全县尚无先例。", "甲县的南岭隧道在全县尚无先例。", "尚无先例"),
        ("甲县生态环境仍是持续向好。", "甲县生态环境不再持续向好。", "不再"),
        (
            "甲县工业投资增长4.4%，未把农户算在内。",
            "甲县工业投资增长4.4%，农户也计入在内。",
            "计入",
        ),
        ("示例茶叶公司在东湖区投产。", "示达茶叶公司在东湖区投产。", "示达茶叶公司"),
        ("报道于4月20日8点15分发布。", "报道于4月20日9点15分发布。", "4月20日9点15分"),
        ("甲县渔业没有取得实质性突破。", "甲县渔业取得了实质性突破。", "取得"),
        ("东湖区示范区创建成功。", "东湖区示范区没有创建成功。", "创建成功"),
        ("甲县渔业园通过了审批。", "甲县渔业园尚未通过审批。", "尚未"),
        (
            "Li Guangming, the village Party branch secretary, spoke.",
            "Li Guangming, director of the village, spoke.",
            "director",
        ),
        ("甲县实施“百万亩”绿化工程。", "甲县实施“千万亩”绿化工程。", "千万亩"),
        ("4个乡新建茶园12.4万亩，平均每个乡3.1万亩。", "每个乡新建茶园12.4万亩。", "每个"),
        ("东湖区顺利创建国家级示范区。", "东湖区尚未创建国家级示范区。", "尚未"),
        ("茶叶项目约占全部合同额的六成。", "全部合同额都属于茶叶项目。", "全部"),
        (
            "Tea from Jia County made up less than 29 percent of the province's output.",
            "Tea from Jia County made up less than fish.",
            "less than",
        ),
        (
            "The story was published on 20 April at a quarter past eight.",
            "The story was published on 20 April at half past eight.",
            "half past eight",
        ),
    ],
)
def test_a_true_sentence_is_told_from_a_false_one(
    drafted: Verifier, true: str, false: str, text: str
) -> None:
    assert list_doubted(drafted, true) == set()
    assert text in list_doubted(drafted, false)

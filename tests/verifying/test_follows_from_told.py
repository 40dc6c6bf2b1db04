"""Numbers that a memo works out of others that it tells itself, in words of its own."""

import pytest

from briefing.verifying.verify import Verifier
from holding import is_borne_out, write_verifier

TEXT = """甲市农业观察
2031-10-20 来源：某报
甲基地种植沙棘2万亩，农民种植沙棘超过8万亩。丁镇建设农田1.6万亩，目前完成1.2万亩。
全市高校专任教师7.15万人，中职专任教师5.95万人。高校专任教师中，具有博士学历的有5910人，研究生学历的占41.43%。
签约一批项目3个，开工一批项目6个，投产一批项目6个。
"""
MODEL = """
schema_version: 2
source: {id: farms, title: {zh: 甲市农业观察, en: Farms in Jia}, text: works.txt,
  publisher: {zh: 某报, en: Paper}, published: 2031-10-20}
summary: {gist: {zh: 农业, en: Farms}, evidence: [{paragraph: 3, anchor: 甲基地}]}
places:
  - {id: jia, name: {zh: 甲市, en: Jia}, kind: city, evidence: [{paragraph: 1, anchor: 甲市}]}
  - {id: ding, name: {zh: 丁镇, en: Ding}, kind: town, part_of: jia,
     evidence: [{paragraph: 3, anchor: 丁镇}]}
figures:
  - {id: base, label: {zh: 甲基地种植的沙棘, en: Sea buckthorn of the base}, text: 2万亩,
     value: 20000, unit: mu, kind: measure, places: [jia],
     evidence: [{paragraph: 3, anchor: 种植沙棘2万亩}]}
  - {id: farmers, label: {zh: 农民种植的沙棘, en: Sea buckthorn of farmers}, text: 超过8万亩,
     value: 80000, unit: mu, kind: measure, qualifier: more_than, places: [jia],
     evidence: [{paragraph: 3, anchor: 超过8万亩}]}
  - {id: fields, label: {zh: 农田建设面积, en: Fields to be built}, text: 1.6万亩,
     value: 16000, unit: mu, kind: measure, places: [ding],
     evidence: [{paragraph: 3, anchor: 1.6万亩}]}
  - {id: higher, label: {zh: 高校专任教师, en: Teachers of universities}, text: 7.15万人,
     value: 71500, unit: 人, kind: count, places: [jia],
     evidence: [{paragraph: 4, anchor: 7.15万人}]}
  - {id: vocational, label: {zh: 中职专任教师, en: Teachers of vocational schools},
     text: 5.95万人, value: 59500, unit: 人, kind: count, places: [jia],
     evidence: [{paragraph: 4, anchor: 5.95万人}]}
  - {id: doctors, label: {zh: 高校专任教师中具有博士学历的人数, en: Teachers with doctorates},
     text: 5910人, value: 5910, unit: 人, kind: count, places: [jia],
     evidence: [{paragraph: 4, anchor: 5910人}]}
  - {id: graduates, label: {zh: 高校专任教师中研究生学历的比例, en: Share of graduates},
     text: 41.43%, value: 41.43, unit: "%", kind: percent, places: [jia],
     evidence: [{paragraph: 4, anchor: 占41.43%}]}
  - {id: signed, label: {zh: 签约一批的项目数, en: Projects signed}, text: 3个, value: 3, unit: 个,
     kind: count, places: [jia], evidence: [{paragraph: 5, anchor: 项目3个}]}
  - {id: begun, label: {zh: 开工一批的项目数, en: Projects begun}, text: 6个, value: 6, unit: 个,
     kind: count, places: [jia], evidence: [{paragraph: 5, anchor: 开工一批项目6个}]}
  - {id: run, label: {zh: 投产一批的项目数, en: Projects in operation}, text: 6个, value: 6,
     unit: 个, kind: count, places: [jia], evidence: [{paragraph: 5, anchor: 投产一批项目6个}]}
"""


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    return write_verifier(tmp_path_factory.mktemp("farms"), MODEL, TEXT)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "Beside the 20,000-mu base, farmers grow more than four times that area of sea"
            " buckthorn.",
            "Beside the 20,000-mu base, farmers grow more than six times that area of sea"
            " buckthorn.",
        ),
        (
            "Of the 16,000 mu of fields in Ding, three quarters have been finished.",
            "Of the 16,000 mu of fields in Ding, a quarter have been finished.",
        ),
        (
            "Universities have about 71,500 teachers, some 12,000 more than vocational schools.",
            "Universities have about 71,500 teachers, some 22,000 more than vocational schools.",
        ),
        (
            "有博士学历的教师约占高校专任教师的8%。",
            "有博士学历的教师约占高校专任教师的18%。",
        ),
        ("三个批次的项目加起来共15个。", "三个批次的项目加起来共18个。"),
        (
            "高校专任教师和中职专任教师相加为13.1万人。",
            "高校专任教师和中职专任教师相加为14.1万人。",
        ),
    ],
)
def test_what_follows_from_a_number_of_the_memo_is_told_from_what_does_not(
    verifier: Verifier, true: str, false: str
) -> None:
    assert is_borne_out(verifier, true)
    assert not is_borne_out(verifier, false)

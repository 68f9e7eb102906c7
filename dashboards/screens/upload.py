"""Upload: files from a reader into the workspace and the graph, stage by stage, with what was found and what was left out."""

from __future__ import annotations

import json
import os

import streamlit as st

from dashboards import access, links, listing, markup
from dashboards.intake.job import STAGES, Desk, Job, Outcome
from dashboards.intake.names import FILES, MEGABYTES, Declined, File, sorted_out
from dashboards.markup import plain
from dashboards.words import say
from dashboards.words.remarks import told
from extract.reading import PREVIEWS
from extract.sources.formats.kinds import EXTENSIONS

SWITCH = "RAPPORTEUR_UPLOAD"  # off: this server takes no documents
_EVERY = 0.6  # seconds between two looks at a running job


def show() -> None:
    links.read(links.Nothing)
    markup.heading(say("upload.title"), 1)
    if os.environ.get(SWITCH, "").strip().lower() in ("off", "0", "no", "false"):
        markup.note(say("upload.switched_off"))
        return
    markup.note(say("upload.about", megabytes=MEGABYTES, files=FILES, kinds=", ".join(sorted(EXTENSIONS))))
    desk = _desk()
    running = desk.job is not None and not desk.job.finished
    if running:
        _progress()
    else:
        _form(desk)
        for declined in st.session_state.get("_declined", ()):
            st.warning(plain(_why(declined)))
        job: Job | None = st.session_state.get("_job")
        if job is not None:
            _result(job)


@st.cache_resource(show_spinner=False)
def _desk() -> Desk:
    return Desk()


def _form(desk: Desk) -> None:
    turn = st.session_state.setdefault("_turn", 0)
    st.html(_widget_words())
    given = st.file_uploader(
        say("upload.choose"), type=[ending.removeprefix(".") for ending in sorted(EXTENSIONS)], accept_multiple_files=True, key=f"files_{turn}",
        max_upload_size=MEGABYTES,
    )  # fmt: skip
    preview = bool(PREVIEWS) and st.toggle(say("upload.preview"), key="preview", help=say("upload.preview_about"))
    if st.button(say("upload.start"), key="start", disabled=not given) and given:
        files, declined = sorted_out([File(each.name, each.getvalue()) for each in given], set(EXTENSIONS))
        job = Job(access.workspace(), access.address(), access.query("size"), tuple(files), preview)
        st.session_state["_declined"] = declined
        if files and not desk.start(job, files):
            st.warning(say("upload.busy"))
            return
        if files:
            st.session_state["_job"] = job
        st.session_state["_turn"] = turn + 1
        st.rerun()


#: Where Streamlit's widget says something that it lets nobody change.
_SAID = {
    "browse": "button:not([aria-label]) p",
    "each": '[data-testid="stFileUploaderDropzoneInstructions"] span',
    "drop": "> div:not([data-testid]) > span:only-child",
}


def _widget_words() -> str:
    """The widget's words in the reader's language, put in the place of its own."""
    kinds = ", ".join(each.removeprefix(".").upper() for each in sorted(EXTENSIONS))
    rules = []
    for name, part in _SAID.items():
        words, place = (
            json.dumps(say(f"upload.{name}", megabytes=MEGABYTES, kinds=kinds), ensure_ascii=False),
            f'[data-testid="stFileUploaderDropzone"] {part}',
        )
        rules.append(f"{place}{{font-size:0}}{place}::after{{content:{words};font-size:.875rem}}")
    return f"<style>{''.join(rules)}</style>"


def _why(declined: Declined) -> str:
    return say(f"upload.declined_{declined.reason}", name=markup.clean(declined.name)[:120], megabytes=MEGABYTES, files=FILES)


@st.fragment(run_every=_EVERY)
def _progress() -> None:
    job = _desk().job
    if job is None or job.finished:
        st.rerun()
    with st.container(key="upload_progress"):
        done, number = len(job.outcomes), len(job.names)
        share = (STAGES.index(job.stage) + (done / number if job.stage == STAGES[0] and number else 0)) / (len(STAGES) - 1)
        now = job.names[done] if job.stage == STAGES[0] and done < number else ""
        st.progress(min(1.0, share), text=plain(say(f"upload.stage_{job.stage}", name=now, done=min(done + 1, number), number=number)))
        if job is not st.session_state.get("_job"):
            markup.note(say("upload.busy"))
        markup.note(say("upload.may_leave"))


def _result(job: Job) -> None:
    if job.error:
        st.error(plain(told(job.error)))
    read = [each for each in job.outcomes if each.read]
    if len(read) < len(job.outcomes):
        st.warning("  \n".join([f"**{plain(say('upload.skipped', number=len(job.outcomes) - len(read)))}**", *_unread(job)]))
    if read:
        markup.heading(say("upload.read", number=len(read)))
    for each in read:
        _read(each)
    if job.before and job.after:
        _counts(job)


def _unread(job: Job) -> list[str]:
    """A line for each file that was not read."""
    limits = {"seconds": round(job.limits.seconds), "megabytes": job.limits.megabytes}
    return [plain(told(each.refused) or say(f"upload.limit_{each.limit}", name=each.name, **limits)) for each in job.outcomes if not each.read]


def _read(each: Outcome) -> None:
    with st.container(key=f"read_{each.document}", gap="small"):
        links.link(f"**{plain(each.name)}**", "documents", {"id": f"doc:{each.document}"})
        facts = [say("reader.passages", number=each.passages), say("nav.claims", number=each.claims)]
        markup.note(" · ".join([*facts, say("reader.left_out", number=len(each.skipped)) if each.skipped else say("upload.nothing_left_out")]))
        if each.skipped:
            with st.expander(say("upload.left_out"), key=f"left_{each.document}"):
                rows = [{"place": one.place.removeprefix(f"{each.document} "), "reason": told(one.reason), "text": one.text} for one in each.skipped]
                listing.show(
                    listing.table_of(rows),
                    f"left_table_{each.document}",
                    heads={name: say(f"reader.head_{name}") for name in ("place", "reason", "text")},
                )


def _counts(job: Job) -> None:
    """The graph before and after, side by side."""
    markup.heading(say("upload.counts"))
    for column, name in zip(st.columns(len(job.after)), job.after, strict=True):
        column.metric(say(f"upload.{name}"), f"{job.after[name]:,}", job.after[name] - job.before[name], delta_color="off")
    links.link(plain(say("upload.next")), "positions")

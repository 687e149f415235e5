(() => {
  const { createElement: h, useEffect, useState } = window.React;
  const { Box, Button, H4, Label, MessageBox, Text } = window.AdminJSDesignSystem;
  const { ApiClient, useTranslation, useNotice } = window.AdminJS;

  const PAGE = 'reports';
  const LOOK_MS = 700;

  /** The reports of a term: made, approved, as files and pictures. */
  function ReportsPage() {
    const { tl, tm, translatePage } = useTranslation();
    const addNotice = useNotice();
    const [page, setPage] = useState(null);
    const ask = async (termId, what) => {
      const api = new ApiClient();
      try {
        const { data } = what
          ? await api.getPage({
              pageName: PAGE,
              method: 'post',
              data: form({ termId, do: what }),
            })
          : await api.getPage({ pageName: PAGE, params: termId ? { termId } : {} });
        setPage(data);
      } catch (error) {
        const message = error.response?.data?.message ?? tm('somethingWrong');
        addNotice({ message, type: 'error' });
      }
    };
    useEffect(() => {
      ask(null);
    }, []);
    const running = page?.run?.state === 'running';
    useEffect(() => {
      if (!running) {
        return undefined;
      }
      const timer = setTimeout(() => ask(page.termId), LOOK_MS);
      return () => clearTimeout(timer);
    }, [page]);
    if (!page) {
      return h(Box, { p: 'xl' });
    }
    const word = (name) => tl(`reportWords.${name}`);
    return h(
      Box,
      { p: ['lg', 'xxl'] },
      h(H4, { mb: 'lg' }, translatePage(PAGE)),
      page.termId === null
        ? h(Text, null, word('noTerms'))
        : h(
            Box,
            { variant: 'container', p: 'xl' },
            h(TermChoice, { page, word, onChoose: (termId) => ask(termId) }),
            h(Making, { page, word, running, onAct: (what) => ask(page.termId, what) }),
            h(ReportTable, { page, word }),
          ),
    );
  }

  function TermChoice({ page, word, onChoose }) {
    return h(
      Box,
      { mb: 'lg' },
      h(Label, { htmlFor: 'report-term' }, word('term')),
      h(
        'select',
        {
          id: 'report-term',
          className: 'panel-select',
          value: page.termId,
          onChange: ({ target }) => onChoose(Number(target.value)),
        },
        page.terms.map(({ id, kind, number, year }) =>
          h('option', { key: id, value: id }, `${number} ${word(`terms.${kind}`)}, ${year}`),
        ),
      ),
    );
  }

  /** The button that makes what is missing; while it works, how far it is and the way to end it. */
  function Making({ page, word, running, onAct }) {
    const { run } = page;
    if (running) {
      return h(
        Box,
        { mb: 'lg' },
        h(Label, { htmlFor: 'report-progress' }, `${word('progress')}: ${run.done} / ${run.all}`),
        h('progress', {
          id: 'report-progress',
          className: 'panel-progress',
          value: run.done,
          max: Math.max(1, run.all),
        }),
        h(Button, { variant: 'outlined', onClick: () => onAct('cancel') }, word('cancel')),
      );
    }
    return h(
      Box,
      { mb: 'lg' },
      run &&
        h(MessageBox, {
          mb: 'lg',
          variant: run.state === 'failed' ? 'danger' : 'info',
          message:
            run.state === 'done'
              ? `${word('ended.done')}: ${run.made}`
              : word(`ended.${run.state}`),
        }),
      h(Text, { mb: 'default' }, word('makeHint')),
      h(Button, { variant: 'contained', onClick: () => onAct('make') }, word('make')),
    );
  }

  function ReportTable({ page, word }) {
    const [open, setOpen] = useState(null);
    const heads = ['owner', 'kind', 'state', 'files'];
    return h(
      'table',
      { className: 'panel-table' },
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          heads.map((one) => h('th', { key: one }, word(one))),
        ),
      ),
      h(
        'tbody',
        null,
        page.reports.flatMap(({ kind, owner, state, approved, query }) => [
          h(
            'tr',
            { key: query },
            h('th', { scope: 'row' }, owner || word('school')),
            h('td', null, word(`kinds.${kind}`)),
            h(
              'td',
              null,
              word(`states.${state ?? 'none'}`),
              approved && h('div', { className: 'panel-note' }, approved),
            ),
            h(
              'td',
              { className: 'panel-files' },
              h('a', { href: `/admin/reports/file.xlsx?${query}` }, 'XLSX'),
              h('a', { href: `/admin/reports/file.pdf?${query}` }, 'PDF'),
              hasPicture(kind) &&
                h(
                  'button',
                  {
                    type: 'button',
                    'aria-expanded': open === query,
                    onClick: () => setOpen(open === query ? null : query),
                  },
                  word(open === query ? 'hidePicture' : 'picture'),
                ),
            ),
          ),
          open === query &&
            h(
              'tr',
              { key: `${query}:picture` },
              h('td', { colSpan: heads.length }, h(Picture, { query, kind, owner, word })),
            ),
        ]),
      ),
    );
  }

  /** The picture, or the sentence that says why there is none. */
  function Picture({ query, kind, owner, word }) {
    const [sentence, setSentence] = useState('');
    const src = `/admin/reports/file.svg?${query}`;
    const explain = async () => setSentence(await (await fetch(src)).text());
    return sentence
      ? h(Text, null, sentence)
      : h('img', {
          src,
          className: 'panel-picture',
          alt: `${word('pictureOf')}: ${word(`kinds.${kind}`)} ${owner}`.trim(),
          onError: explain,
        });
  }

  // The others are told better by words.
  const hasPicture = (kind) => !['movement', 'interest'].includes(kind);

  function form(fields) {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      data.set(name, String(value));
    }
    return data;
  }

  window.AdminJS.UserComponents.ReportsPage = ReportsPage;
})();

// The panel's own parts, as the browser reads them: no build step stands between.
(() => {
  const { createElement: h, useEffect, useState } = window.React;
  const { Box, Button, H3, H4, Input, Text, MessageBox } = window.AdminJSDesignSystem;
  const { ApiClient, useTranslation, useNotice } = window.AdminJS;

  /** The first page: what has happened today. */
  function DashboardRoute() {
    const { tl, tm } = useTranslation();
    const [today, setToday] = useState(null);
    useEffect(() => {
      new ApiClient().getDashboard().then(({ data }) => setToday(data));
    }, []);
    const card = ({ name, count, href }) =>
      h(
        Box,
        { key: name, as: 'a', href, variant: 'container', p: 'xl', className: 'panel-card' },
        h(Text, { mb: 'default' }, tl(`today.${name}`)),
        h(H3, null, String(count)),
      );
    return h(
      Box,
      { p: ['lg', 'xxl'] },
      h(H4, { mb: 'lg' }, tm('todayInSchool')),
      today && h('div', { className: 'panel-cards' }, today.counts.map(card)),
    );
  }

  /** Rows of names with bars beside them; a bar has no words of its own, so they stand after it. */
  function Bars({ chart }) {
    const { tl } = useTranslation();
    const named = (label) =>
      chart.name === 'byRule' ? tl(`rules.${label}`) : label || tl('wholeSchool');
    const bar = ({ value, text }, index) =>
      h(
        'div',
        { key: index, className: 'panel-bar' },
        h(
          'svg',
          { viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': true },
          h('rect', {
            width: (100 * value) / chart.most,
            height: 10,
            className: `panel-bar-${index}`,
          }),
        ),
        h('span', null, text),
      );
    return h(
      'table',
      { className: 'panel-bars' },
      h(
        'tbody',
        null,
        chart.rows.map(({ label, href, bars }) =>
          h(
            'tr',
            { key: label },
            h('th', { scope: 'row' }, href ? h('a', { href }, named(label)) : named(label)),
            h('td', null, bars.map(bar)),
          ),
        ),
      ),
    );
  }

  /** The control of the journal in charts. */
  function ControlPage() {
    const { tl, tm, translatePage } = useTranslation();
    const [charts, setCharts] = useState(null);
    useEffect(() => {
      new ApiClient().getPage({ pageName: 'overview' }).then(({ data }) => setCharts(data.charts));
    }, []);
    return h(
      Box,
      { p: ['lg', 'xxl'] },
      h(H4, { mb: 'lg' }, translatePage('overview')),
      h(
        'div',
        { className: 'panel-charts' },
        charts?.map((chart) =>
          h(
            Box,
            { key: chart.name, variant: 'container', p: 'xl' },
            h(Text, { mb: 'default', fontWeight: 'bold' }, tl(`charts.${chart.name}`)),
            chart.rows.length > 0 ? h(Bars, { chart }) : h(Text, null, tm('nothingFound')),
          ),
        ),
      ),
    );
  }

  /** Logging out changes something, so it is a form and not a link. */
  function LoggedIn({ session, paths }) {
    const { tb } = useTranslation();
    return h(
      Box,
      { flex: true, alignItems: 'center', flexShrink: 0, mr: 'lg' },
      h(
        Box,
        { mr: 'lg', textAlign: 'right' },
        h(Text, { fontWeight: 'bold' }, session.email),
        h(Text, { variant: 'sm', color: 'grey60' }, session.title),
      ),
      h(
        'form',
        { method: 'post', action: paths.logoutPath },
        h(Button, { type: 'submit', variant: 'outlined', size: 'sm' }, tb('logout')),
      ),
    );
  }

  /** A secret to be copied now. */
  function ShownOnce({ value, message }) {
    return h(
      Box,
      null,
      h(MessageBox, { message, variant: 'info', mb: 'lg' }),
      h(Input, {
        readOnly: true,
        width: 1,
        value,
        'aria-label': message,
        onFocus: (event) => event.target.select(),
      }),
    );
  }

  /** Makes a one-time link and shows it once. */
  function GiveLogin({ record, resource }) {
    const { tb, tm } = useTranslation();
    const addNotice = useNotice();
    const [link, setLink] = useState('');
    const give = async () => {
      const { data } = await new ApiClient().recordAction({
        resourceId: resource.id,
        recordId: record.id,
        actionName: 'giveLogin',
        data: new FormData(),
      });
      if (data.notice) {
        addNotice(data.notice);
      }
      setLink(data.link ?? '');
    };
    return h(
      Box,
      { variant: 'container', p: 'xl' },
      h(Text, { mb: 'lg' }, tm('giveLoginHint')),
      link
        ? h(ShownOnce, { value: link, message: tm('giveLoginOnce') })
        : h(Button, { variant: 'contained', onClick: give }, tb('giveLogin')),
    );
  }

  /** Makes a token of the export for a named system and shows it once. */
  function IssueApiToken({ resource }) {
    const { tb, tm } = useTranslation();
    const addNotice = useNotice();
    const [name, setName] = useState('');
    const [token, setToken] = useState('');
    const issue = async (event) => {
      event.preventDefault();
      const form = new FormData();
      form.set('name', name);
      const { data } = await new ApiClient().resourceAction({
        resourceId: resource.id,
        actionName: 'new',
        data: form,
      });
      if (data.notice) {
        addNotice(data.notice);
      }
      setToken(data.token ?? '');
    };
    return h(
      Box,
      { variant: 'container', p: 'xl' },
      h(Text, { mb: 'lg' }, tm('issueTokenHint')),
      token
        ? h(ShownOnce, { value: token, message: tm('issueTokenOnce') })
        : h(
            'form',
            { onSubmit: issue },
            h(Input, {
              width: 1,
              mb: 'lg',
              value: name,
              maxLength: 60,
              required: true,
              placeholder: tm('issueTokenFor'),
              'aria-label': tm('issueTokenFor'),
              onChange: (event) => setName(event.target.value),
            }),
            h(Button, { variant: 'contained', type: 'submit' }, tb('issueToken')),
          ),
    );
  }

  // AdminJS tells in English that a session ended; the login page it then opens says enough.
  window.alert = () => {};

  window.AdminJS.UserComponents = {
    DashboardRoute,
    LoggedIn,
    GiveLogin,
    IssueApiToken,
    ControlPage,
  };
})();

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
        ? h(
            Box,
            null,
            h(MessageBox, { message: tm('giveLoginOnce'), variant: 'info', mb: 'lg' }),
            h(Input, {
              readOnly: true,
              width: 1,
              value: link,
              'aria-label': tm('giveLoginOnce'),
              onFocus: (event) => event.target.select(),
            }),
          )
        : h(Button, { variant: 'contained', onClick: give }, tb('giveLogin')),
    );
  }

  // AdminJS tells in English that a session ended; the login page it then opens says enough.
  window.alert = () => {};

  window.AdminJS.UserComponents = { DashboardRoute, LoggedIn, GiveLogin };
})();

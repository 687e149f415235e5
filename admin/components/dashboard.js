(() => {
  const { createElement: h, useEffect, useState } = window.React;
  const { Box, H3, H4, Text } = window.AdminJSDesignSystem;
  const { ApiClient, useTranslation } = window.AdminJS;

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
      h(H4, { mb: 'lg' }, today && tm(today.own ? 'todayOwn' : 'todayInSchool')),
      today && h('div', { className: 'panel-cards' }, today.counts.map(card)),
    );
  }

  window.AdminJS.UserComponents.DashboardRoute = DashboardRoute;
})();

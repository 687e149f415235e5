// The panel's own parts, as the browser reads them: no build step stands between.
(() => {
  const { createElement: h } = window.React;
  const { Box, Input, MessageBox } = window.AdminJSDesignSystem;
  const { useTranslation } = window.AdminJS;

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

  // AdminJS tells in English that a session ended; the login page it then opens says enough.
  window.alert = () => {};

  // What the other files build with. Each of those adds its component for AdminJS to find.
  window.PanelParts = { Bars, ShownOnce };
  window.AdminJS.UserComponents = {};
})();

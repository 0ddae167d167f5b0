<?php
// What the plugin uses of WordPress, in one process: hooks, options, posts, cron; requests to the outside are real.

define( 'ABSPATH', __DIR__ );
$wp = array(
	'hooks'   => array(),
	'options' => array(),
	'meta'    => array(),
	'cron'    => array(),
	'scripts' => array(),
	'errors'  => array(),
	'pages'   => array(),
	'fields'  => array(),
	'post'    => null,
	'user'    => null,
	'locale'  => 'vi',
	'is_feed' => false,
	'posts'   => array(),
	'home'    => 'http://bao.example',
);

class WP_Error {
	public $message;
	public function __construct( $message ) { $this->message = $message; }
	public function get_error_message() { return $this->message; }
}

class Ended extends Exception {}

class Reader {
	public $ID;
	public $display_name;
	public $user_nicename = 'ban-doc';
	public function __construct( $id, $name ) {
		$this->ID           = $id;
		$this->display_name = $name;
	}
	public function exists() { return $this->ID > 0; }
}

function add_filter( $name, $does, $priority = 10, $takes = 1 ) { $GLOBALS['wp']['hooks'][ $name ][ $priority ][] = array( $does, $takes ); }
function add_action( ...$given ) { add_filter( ...$given ); }
function apply_filters( $name, ...$given ) {
	$all = $GLOBALS['wp']['hooks'][ $name ] ?? array();
	ksort( $all );
	foreach ( array_merge( ...array_values( $all ) ) as list( $does, $takes ) ) {
		$given[0] = $does( ...array_slice( $given, 0, $takes ) );
	}
	return $given[0] ?? null;
}
function do_action( $name, ...$given ) {
	foreach ( $GLOBALS['wp']['hooks'][ $name ] ?? array() as $all ) {
		foreach ( $all as list( $does, $takes ) ) {
			$does( ...array_slice( $given, 0, $takes ) );
		}
	}
}
function register_activation_hook() {}
function register_deactivation_hook() {}

function get_option( $name, $else = false ) { return $GLOBALS['wp']['options'][ $name ] ?? $else; }
function update_option( $name, $value ) { $GLOBALS['wp']['options'][ $name ] = $value; }
function get_post_meta( $id, $name ) { return $GLOBALS['wp']['meta'][ $id ][ $name ] ?? ''; }
function update_post_meta( $id, $name, $value ) { $GLOBALS['wp']['meta'][ $id ][ $name ] = wp_unslash( $value ); }
function wp_slash( $value ) { return is_array( $value ) ? array_map( 'wp_slash', $value ) : ( is_string( $value ) ? addslashes( $value ) : $value ); }
function wp_unslash( $value ) { return is_array( $value ) ? array_map( 'wp_unslash', $value ) : ( is_string( $value ) ? stripslashes( $value ) : $value ); }

function get_post( $post = null ) {
	if ( null === $post ) {
		return $GLOBALS['wp']['post'];
	}
	return is_object( $post ) ? $post : ( $GLOBALS['wp']['posts'][ (int) $post ] ?? null );
}
function get_permalink( $post ) { return $GLOBALS['wp']['home'] . '/' . get_post( $post )->post_name . '/'; }
function get_the_title( $post ) { return get_post( $post )->post_title; }
function comments_open( $post ) { return 'open' === get_post( $post )->comment_status; }
function get_comments_number( $post ) { return apply_filters( 'get_comments_number', 0, get_post( $post )->ID ); }
function get_post_types_by_support() { return array( 'post', 'page', 'product' ); }
function is_post_type_viewable() { return true; }
function is_post_publicly_viewable( $post ) { return 'publish' === $post->post_status; }
function post_password_required() { return false; }
function has_shortcode( $text, $name ) { return false !== strpos( $text, "[$name" ); }
function shortcode_atts( $known, $given ) { return array_merge( $known, array_intersect_key( $given, $known ) ); }
function add_shortcode( $name, $does ) { add_filter( "shortcode:$name", $does ); }
function is_admin() { return false; }
function is_feed() { return $GLOBALS['wp']['is_feed']; }
function is_singular() { return true; }

/** As its editor saves a post; what it was before is told with it. */
function save_post( $id, $changes ) {
	$before = get_post( $id );
	$usual  = array( 'ID' => $id, 'post_type' => 'post', 'post_status' => 'publish', 'comment_status' => 'open', 'post_author' => 1, 'post_content' => '' );
	$post   = (object) ( $changes + (array) ( $before ?? $usual ) );
	$GLOBALS['wp']['posts'][ $id ] = $GLOBALS['wp']['post'] = $post;
	do_action( 'wp_after_insert_post', $id, $post, null !== $before, $before );
}

function wp_schedule_single_event( $time, $hook, $given ) { $GLOBALS['wp']['cron'][ $hook . json_encode( $given ) ] = array( $time, $hook, $given ); }
/** What is due within these seconds; gives when the rest is. */
function run_cron( $within = 0 ) {
	foreach ( $GLOBALS['wp']['cron'] as $name => list( $time, $hook, $given ) ) {
		if ( $time <= time() + $within ) {
			unset( $GLOBALS['wp']['cron'][ $name ] );
			do_action( $hook, ...$given );
		}
	}
	return array_map( function ( $event ) { return $event[0] - time(); }, array_values( $GLOBALS['wp']['cron'] ) );
}

function wp_register_script( $handle, $src ) { $GLOBALS['wp']['scripts'][ $handle ] = array( $src, false ); }
function wp_enqueue_script( $handle ) { $GLOBALS['wp']['scripts'][ $handle ][1] = true; }
function wp_script_is( $handle ) { return $GLOBALS['wp']['scripts'][ $handle ][1] ?? false; }
function wp_print_inline_script_tag( $code ) { echo "<script>$code</script>"; }
/** What a theme prints last. */
function wp_footer() {
	do_action( 'wp_footer' );
	foreach ( $GLOBALS['wp']['scripts'] as $handle => list( $src, $is_wanted ) ) {
		echo $is_wanted ? apply_filters( 'script_loader_tag', '<script src="' . esc_url( $src ) . '" id="x"></script>', $handle ) : '';
	}
}

function wp_remote_request( $url, $given ) {
	$headers = array( 'Connection: close' );
	foreach ( $given['headers'] as $name => $value ) {
		$headers[] = "$name: $value";
	}
	$http = array( 'method' => $given['method'], 'header' => $headers, 'content' => $given['body'] ?? '', 'timeout' => $given['timeout'], 'ignore_errors' => true, 'follow_location' => 0 );
	$answer = @fopen( $url, 'r', false, stream_context_create( array( 'http' => $http ) ) );
	if ( ! $answer ) {
		return new WP_Error( 'cURL error 7' );
	}
	$status = stream_get_meta_data( $answer )['wrapper_data'][0];
	return array( 'body' => stream_get_contents( $answer ), 'code' => (int) explode( ' ', $status )[1] );
}
function wp_remote_get( $url, $given ) { return wp_remote_request( $url, $given + array( 'method' => 'GET' ) ); }
function is_wp_error( $answer ) { return $answer instanceof WP_Error; }
function wp_remote_retrieve_body( $answer ) { return is_wp_error( $answer ) ? '' : $answer['body']; }
function wp_remote_retrieve_response_code( $answer ) { return $answer['code']; }

function wp_get_current_user() { return $GLOBALS['wp']['user'] ?? new Reader( 0, '' ); }
function is_user_logged_in() { return wp_get_current_user()->exists(); }
function current_user_can() { return true; }
function wp_send_json( $answer ) { echo json_encode( $answer ); }
function wp_die( $message ) { throw new Ended( $message ); }

function esc_html( $text ) { return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8' ); }
function esc_attr( $text ) { return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8' ); }
function esc_url_raw( $url ) { return preg_match( '~^https?://~i', $url ) ? preg_replace( '/[^a-z0-9-.~:_\/?#@!$&\'()*+,;=%\[\]]/i', '', $url ) : ''; }
function esc_url( $url ) { return esc_attr( esc_url_raw( $url ) ); }
function sanitize_key( $key ) { return preg_replace( '/[^a-z0-9_-]/', '', strtolower( $key ) ); }
function untrailingslashit( $text ) { return rtrim( $text, '/' ); }
function wp_check_invalid_utf8( $text ) { return $text; }
function wp_strip_all_tags( $text ) { return trim( strip_tags( $text ) ); }
function wp_json_encode( $value, $flags = 0 ) { return json_encode( $value, $flags ); }
function wp_parse_url( $url ) { return parse_url( $url ); }
function absint( $value ) { return abs( (int) $value ); }
function home_url() { return $GLOBALS['wp']['home']; }
function admin_url( $path = '' ) { return $GLOBALS['wp']['home'] . "/wp-admin/$path"; }
function wp_nonce_url( $url ) { return "$url&_wpnonce=so"; }
function check_admin_referer( $name ) { if ( ( $_REQUEST['_wpnonce'] ?? '' ) !== 'so' ) { throw new Ended( $name ); } }
function wp_get_referer() { return false; }
function wp_safe_redirect() { throw new Ended( 'redirect' ); }

function determine_locale() { return $GLOBALS['wp']['locale']; }
function __( $text, $domain ) { return apply_filters( "gettext_$domain", $text, $text ); }
function esc_html__( $text, $domain ) { return esc_html( __( $text, $domain ) ); }
function esc_attr__( $text, $domain ) { return esc_attr( __( $text, $domain ) ); }

function add_options_page( $title, $menu, $needs, $slug, $does ) { $GLOBALS['wp']['pages'][ $slug ] = array( $needs, $does ); }
function register_setting( $group, $option, $given ) { add_filter( "sanitize_option_$option", $given['sanitize_callback'] ); }
function add_settings_section() {}
function add_settings_field( $id, $label, $does, $page, $section, $given ) { $GLOBALS['wp']['fields'][] = array( $label, $does, $given ); }
function add_settings_error( $option, $code, $message ) { $GLOBALS['wp']['errors'][ $code ] = $message; }
function settings_fields( $group ) { echo "<input type=\"hidden\" name=\"option_page\" value=\"$group\"><input type=\"hidden\" name=\"_wpnonce\" value=\"so\">"; }
function do_settings_sections() {
	foreach ( $GLOBALS['wp']['fields'] as list( $label, $does, $given ) ) {
		echo '<label>' . esc_html( $label ) . '</label>';
		$does( $given );
	}
}
function submit_button() { echo '<input type="submit">'; }
function disabled( $is, $so, $prints ) { return $is === $so ? ' disabled' : ''; }

/** What a piece of the page prints. */
function printed( $does ) {
	ob_start();
	$does();
	return ob_get_clean();
}
